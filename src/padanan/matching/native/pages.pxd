cimport cython
from padanan.matching.native.elements cimport Elements, Group
from padanan.matching.native.reading cimport Page
from padanan.matching.native.rows cimport Rows

cdef int _ABBREVIATION
cdef Py_ssize_t _LONGEST, _REACH
cdef object _new, _Mention

@cython.final
cdef class Candidates:
    cdef Rows rows
    cdef list groups

@cython.final
cdef class FirstAt:
    cdef Rows rows

    cpdef get(self, Py_ssize_t offset, object default=*)

@cython.locals(group=Group)
cdef tuple _candidate(Rows rows, list groups, Py_ssize_t number)
@cython.locals(found=list, at=Py_ssize_t, fields=tuple)
cdef tuple _mentions(Rows rows, list places)

@cython.locals(known=set, lengths=list, found=list, number=Py_ssize_t, group=Group,
               closing=Py_ssize_t, end=Py_ssize_t, length=Py_ssize_t)
cdef list _closings(str text, Rows rows, list groups)
cdef list _that_tell(Rows rows, set starts)
@cython.locals(closing=Py_ssize_t, begin=Py_ssize_t, short=str, number=Py_ssize_t,
               group=Group, full=dict, text=str)
cdef bint _are_ours(Page page, Rows rows, Elements known, list closings)
@cython.locals(number=Py_ssize_t)
cdef Py_ssize_t _introducing(Page page, Rows rows, Elements known, Py_ssize_t end,
                             Py_ssize_t closing)
@cython.locals(number=Py_ssize_t, word=str)
cdef bint _may_end(Page page, Py_ssize_t end, str short)
