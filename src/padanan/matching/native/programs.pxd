cimport cython
from padanan.matching.native.reading cimport Page
from padanan.matching.native.vocabulary cimport Vocabulary

cdef Py_ssize_t _LEAST
cdef bytes _EMPTY
cdef Py_ssize_t _MIX, _BITS
cdef int _WORDS, _BESIDE, _CAPITALS, _ASKED

cdef class List:
    cdef public int classes
    cdef public set members
    cdef bytes sieve
    cdef object _wanted
    cdef Vocabulary _words
    cdef Py_ssize_t sifted, missed

    @cython.locals(half=Py_ssize_t, other=Py_ssize_t)
    cdef bint has(self, Py_ssize_t word)
    @cython.locals(sieve=bytes, last=Py_ssize_t, sifted=Py_ssize_t, word=Py_ssize_t,
                   known=bint)
    cdef Py_ssize_t search(self, Page page, Py_ssize_t at, Py_ssize_t stop,
                           Py_ssize_t by)
    cdef bint _has_new(self, Py_ssize_t word)
    @cython.locals(members=list, count=Py_ssize_t, size=Py_ssize_t, bits=bytearray,
                   one=Py_ssize_t, other=Py_ssize_t)
    cdef _sift(self)

cdef class Step:
    cdef public int kind, before, after, within
    cdef public bint negated, beside, country, foreign
    cdef public List single, begins, ends
    cdef public bint several
    cdef tuple _sequences
    cdef object _wanted
    cdef Vocabulary _words

    cdef tuple sequences(self)
    cdef public object asked, domains, concepts, small

cdef class WordGate:
    cdef public Py_ssize_t before, after
    cdef public bint country
    cdef public List ends, begins

cdef class RuleSteps:
    cdef public object tests
    cdef public Vocabulary words
    cdef public bint never
    cdef list _steps

    cdef list steps(self)

cdef class Program:
    cdef public list rules, open
    cdef public WordGate gate
    cdef public bint otherwise

cdef List _part(object part, Vocabulary words)
