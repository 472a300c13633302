cimport cython
from padanan.matching.native.elements cimport Group
from padanan.matching.native.rows cimport Rows

cdef int _ABBREVIATION
cdef object _new, _Mention

@cython.locals(group=Group)
cdef tuple _candidate(Rows rows, list groups, Py_ssize_t number)
@cython.locals(number=Py_ssize_t)
cdef list _candidates(Rows rows, list groups)
@cython.locals(found=list, at=Py_ssize_t, fields=tuple)
cdef tuple _mentions(Rows rows, list places)

@cython.locals(known=set, names=tuple, found=list, number=Py_ssize_t, group=Group,
               closing=Py_ssize_t, end=Py_ssize_t)
cdef list _closings(str text, Rows rows, list groups)
cdef list _that_tell(Rows rows, set starts)
