cimport cython
from padanan.matching.native.characters cimport outside
from padanan.matching.native.vocabulary cimport mixed

cdef int[::1] _KINDS
cdef int _CUT
cdef Py_ssize_t _LEAST

cdef class Letters:
    cdef public unsigned long long key
    cdef public bint narrow, cut

    @cython.locals(begin=Py_ssize_t, code="unsigned long long", bits=int, shift=int,
                   every=int, wide="unsigned long long", key="unsigned long long",
                   part="unsigned long long")
    cpdef Py_ssize_t word_end(self, str text, Py_ssize_t at, Py_ssize_t length,
                              int wanted)
