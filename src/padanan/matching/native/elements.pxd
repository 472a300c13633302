cimport cython
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.paths cimport Paths
from padanan.matching.native.programs cimport Program
from padanan.matching.native.vocabulary cimport mixed

cdef Py_ssize_t _LAST_JOINT

@cython.final
cdef class Constituent:
    cdef public object sense
    cdef Memory _memory
    cdef Meaning _meaning, _named
    cdef public tuple parts
    cdef public str tail
    cdef public bint heads, modifies, is_adjective, by_table, by_portfolio, by_city, lists
    cdef public Program never
    cdef public dict joined, rows, alike

    cdef Meaning meaning(self)
    cdef Meaning as_name(self)

@cython.final
cdef class Group:
    cdef public int number, flags
    cdef public bint ready, filtered
    cdef public Meaning first
    cdef public Program program
    cdef public tuple meanings, elements, senses, texts, shorts
    cdef public str domain
    cdef public Group doubled
    cdef public dict able

@cython.final
cdef class Elements:
    cdef Memory _memory
    cdef dict _known, _numbers, _introduced
    cdef public dict known
    cdef public list groups, places
    cdef public Paths paths
    cdef public int[::1] gates
    cdef object _lock
    cdef Py_ssize_t _pairs
    cdef unsigned long long[::1] _joints

    @cython.locals(found=Constituent)
    cpdef Constituent of(self, object sense)
    cpdef Group group(self, tuple senses)
    cdef bint introduces(self, str passage, Py_ssize_t size)
    @cython.locals(found=Group, memory=Memory)
    cpdef Group filled(self, int number)
    cdef note_gate(self, Group group, Program program)
    cpdef Group settled(self, Group group)
    cpdef Group doubled(self, Group group)
    cpdef Group prefixed(self, Group group, str prefix)
    @cython.locals(found=Constituent)
    cdef Constituent join(self, object pairs, Constituent head, Constituent behind, bint doubled)
    cdef note_row(self, Constituent head, str name, Constituent found)
    cdef note_alike(self, Constituent head, Constituent first, Constituent second,
                    bint found)
    @cython.locals(key="unsigned long long", known="unsigned long long", at=Py_ssize_t,
                   able=bint)
    cdef bint may_join(self, object pairs, Py_ssize_t heads, Py_ssize_t behind)
    cdef bint _may_join(self, object pairs, Group heads, Group behind)
