cimport cython
from padanan.matching.native.characters cimport outside

cdef int[::1] _KINDS
cdef int _BLANK, _CAPITAL, _LETTER, _SHAPED, _SIGN, _UNUSUAL, _CHANGED, _HIDES, _OF_ODD
cdef Py_ssize_t _WIDEST

cpdef plain_copy(str text)
@cython.locals(found=list, at=Py_ssize_t, small=int, before=int, last=int, seen=int,
               letter=Py_UCS4, code=int, bits=int)
cdef list _suspects(str text)
@cython.locals(signs=list, others=list, at=Py_ssize_t, bits=int)
cdef _copied(str text, list suspects)
cdef bint _needs_space(str text, Py_ssize_t at)
@cython.locals(bits=int, length=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t)
cdef bint _may_be_address(str text, Py_ssize_t at)
@cython.locals(found=list, at=Py_ssize_t, length=Py_ssize_t)
cdef list _spaces(str text, list suspects)
@cython.locals(code=int)
cdef int _kind(str text, Py_ssize_t at)
