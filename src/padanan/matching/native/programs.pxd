cimport cython
from padanan.matching.native.vocabulary cimport Vocabulary

cdef Py_ssize_t _LEAST
cdef int _WORDS, _BESIDE, _CAPITALS, _ASKED

cdef class List:
    cdef public int classes
    cdef public set members
    cdef bytes sieve
    cdef Py_ssize_t sifted

    cdef bint has(self, Py_ssize_t word)
    @cython.locals(members=list, size=Py_ssize_t, bits=bytearray, one=Py_ssize_t)
    cdef _sift(self, Py_ssize_t word)

cdef class Step:
    cdef public bint negated, beside, country, foreign
    cdef public object asked, look, domains, concepts, small
    cdef public int kind, before, after, within
    cdef public List single, begins, ends
    cdef public list sequences

cdef class WordGate:
    cdef public Py_ssize_t before, after
    cdef public bint country
    cdef public List ends, begins

cdef class RuleSteps:
    cdef public list steps
    cdef public bint never

cdef class Program:
    cdef public list rules, open
    cdef public WordGate gate
    cdef public bint otherwise
