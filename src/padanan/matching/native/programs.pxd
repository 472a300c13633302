cimport cython
from padanan.matching.native.vocabulary cimport Vocabulary

cdef unsigned long long[::1] _BITS
cdef int _WORDS, _BESIDE, _CAPITALS, _ASKED

cdef class List:
    cdef public int classes
    cdef public set members
    cdef unsigned long long[::1] sieve
    cdef Py_ssize_t sifted

    cdef bint has(self, Py_ssize_t word)
    @cython.locals(word=Py_ssize_t)
    cdef _sift(self)

cdef class Step:
    cdef public bint negated, beside, country
    cdef public object asked, domains, concepts, small
    cdef public int kind, before, after, within
    cdef public List single, begins, ends
    cdef public list sequences

cdef class Program:
    cdef public list rules
    cdef public int never
    cdef public bint otherwise
