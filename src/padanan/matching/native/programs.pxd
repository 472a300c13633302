cimport cython
from padanan.matching.native.vocabulary cimport Vocabulary

cdef unsigned long long[::1] _BITS
cdef int _WORDS, _BESIDE, _CAPITALS, _ASKED

cdef class List:
    cdef public int number, classes

cdef class Step:
    cdef public bint negated, beside, country
    cdef public object asked, domains, concepts, small
    cdef public int kind, before, after, within
    cdef public List single
    cdef public list sequences
    cdef public unsigned long long firsts, lasts
    cdef public int first_classes, last_classes

cdef class Program:
    cdef public list rules
    cdef public int never
    cdef public bint otherwise
