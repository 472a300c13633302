cimport cython
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.programs cimport Program

cdef class Element:
    cdef public object sense
    cdef object _named
    cdef public tuple parts
    cdef public str tail
    cdef public bint heads, modifies, is_adjective, by_table, lists
    cdef public Program never
    cdef public dict joined

    cdef object as_name(self)

cdef class Group:
    cdef public tuple senses, meanings, elements
    cdef public Meaning first
    cdef public dict able

cdef class Elements:
    cdef Memory _memory
    cdef dict _known, _groups
    cdef Py_ssize_t _pairs

    @cython.locals(found=Element)
    cpdef Element of(self, object sense)
    @cython.locals(found=Group)
    cpdef Group group(self, tuple senses)
    @cython.locals(found=Element)
    cdef Element join(self, object pairs, Element head, Element behind, bint doubled)
    cdef Element _paired(self, object pairs, Element head, Element behind, bint doubled)
    @cython.locals(found=bint)
    cdef bint may_join(self, object pairs, Group heads, Group behind)
