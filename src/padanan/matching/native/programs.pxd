cimport cython
from padanan.matching.native.vocabulary cimport Vocabulary

cdef unsigned long long[::1] _BITS
cdef int _WORDS, _BESIDE, _CAPITALS, _ASKED

cdef class List:
    cdef public int number, classes
    cdef public unsigned long long bit

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
