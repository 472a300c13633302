cimport cython

@cython.final
cdef class Known:
    cdef public int group, settled, place, flags, settled_flags, place_flags
    cdef public bint bare
    cdef public unsigned long long simple, named
