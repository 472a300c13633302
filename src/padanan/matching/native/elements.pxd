cimport cython
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.programs cimport Program

cdef class Constituent:
    cdef public object sense
    cdef object _named
    cdef public tuple parts
    cdef public str tail
    cdef public bint heads, modifies, is_adjective, by_table, by_portfolio, by_city, lists
    cdef public Program never
    cdef public dict joined, rows

    cdef object as_name(self)

cdef class Group:
    cdef public tuple senses, meanings, elements
    cdef public Meaning first
    cdef public str domain
    cdef public Program program
    cdef public dict able

cdef class Elements:
    cdef Memory _memory
    cdef dict _known
    cdef list _slots
    cdef object _lock
    cdef Py_ssize_t _pairs, _count

    @cython.locals(found=Constituent)
    cpdef Constituent of(self, object sense)
    @cython.locals(slots=list, last=Py_ssize_t, slot=Py_ssize_t, found=Group)
    cpdef Group group(self, tuple senses)
    cdef Group _grouped(self, tuple senses)
    @cython.locals(found=Constituent)
    cdef Constituent join(self, object pairs, Constituent head, Constituent behind, bint doubled)
    cdef note_row(self, Constituent head, str name, Constituent found)
    cdef Constituent _paired(self, object pairs, Constituent head, Constituent behind, bint doubled)
    @cython.locals(found=bint)
    cdef bint may_join(self, object pairs, Group heads, Group behind)

@cython.locals(last=Py_ssize_t, slot=Py_ssize_t)
cdef _put(list slots, Group group)
@cython.locals(found=list, group=Group)
cdef list _spread(list slots)
