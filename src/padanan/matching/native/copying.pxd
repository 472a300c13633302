cimport cython
from padanan.matching.native.characters cimport kind_at

cdef int _BLANK, _CAPITAL, _LETTER, _SHAPED, _SIGN, _UNUSUAL, _CHANGED, _HIDES, _OF_ODD
cdef Py_ssize_t _WIDEST
cdef bytes _STARTS, _GOES_ON

cpdef plain_copy(str text)
@cython.locals(found=list, data=bytes, codes="const unsigned char *",
               starts="const unsigned char *", goes_on="const unsigned char *",
               length=Py_ssize_t, before="unsigned char", code="unsigned char",
               at=Py_ssize_t, seen=int, bits=int)
cdef list _suspects(str text)
@cython.locals(found=list, suspects=list, copy=str, at=Py_ssize_t)
cdef _odd_copy(str text)
@cython.locals(found=list, data=bytes, codes="const unsigned char *",
               starts="const unsigned char *", goes_on="const unsigned char *",
               length=Py_ssize_t, before="unsigned char", code="unsigned char",
               at=Py_ssize_t, last=Py_ssize_t, bits=int, changed=int,
               signed=int)
cdef list _odd_places(str text)
cdef bint _ends_word(str text, Py_ssize_t at)
@cython.locals(near=Py_ssize_t, bits=int)
cdef bint _is_behind_small(str text, Py_ssize_t at)
@cython.locals(signs=list, others=list, at=Py_ssize_t, bits=int)
cdef _copied(str text, list suspects, list lines)
cdef bint _needs_space(str text, Py_ssize_t at)
@cython.locals(bits=int, length=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t)
cdef bint _may_be_address(str text, Py_ssize_t at)
@cython.locals(found=list, at=Py_ssize_t, length=Py_ssize_t)
cdef list _spaces(str text, list suspects)
