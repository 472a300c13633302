cimport cython
from padanan.matching.native.reading cimport Page
from padanan.matching.native.vocabulary cimport Vocabulary, mixed

cdef Py_ssize_t _LEAST
cdef bytes _EMPTY
cdef Py_ssize_t _MIX, _BITS, _LAST
cdef unsigned long long _MOST_WORDS
cdef Py_ssize_t _LAST_KNOWN
cdef unsigned long long _ENDS, _BEGINS
cdef unsigned long long[::1] _ONE_BIT
cdef int _WORDS, _BESIDE, _CAPITALS, _FORM, _ASKED

@cython.final
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
                           Py_ssize_t by) except? -2
    cdef list numbers(self)
    cdef bint _has_new(self, Py_ssize_t word)
    @cython.locals(members=list, count=Py_ssize_t, size=Py_ssize_t, bits=bytearray,
                   one=Py_ssize_t, other=Py_ssize_t)
    cdef _sift(self)

@cython.final
cdef class Step:
    cdef public int kind, before, after, within
    cdef public bint negated, beside, country, foreign
    cdef public List single, begins, ends
    cdef public bint several
    cdef tuple _sequences
    cdef object _wanted
    cdef Vocabulary _words

    cdef tuple sequences(self)
    cdef public object asked, domains, concepts, small, form

@cython.final
cdef class Wants:
    cdef public unsigned long long[::1] known
    cdef Py_ssize_t turn

@cython.final
cdef class WordGate:
    cdef public Py_ssize_t before, after, place
    cdef public unsigned long long countries, beside
    cdef public unsigned long long[::1] back, ahead
    cdef public List ends, begins
    cdef bint _otherwise
    cdef list _rules
    cdef Vocabulary _words

    cpdef open(self)
    cdef Py_ssize_t ended(self, Py_ssize_t word, Wants wants)
    cdef Py_ssize_t begun(self, Py_ssize_t word, Wants wants)
    @cython.locals(slot=Py_ssize_t, found="unsigned long long",
                   sure="unsigned long long")
    cdef Py_ssize_t _asked(self, unsigned long long key, Wants wants)
    @cython.locals(found="unsigned long long", number=Py_ssize_t, rule=RuleSteps,
                   step=Step, one=List, flags=int, word=Py_ssize_t, before=bint)
    cdef unsigned long long _wanting(self, unsigned long long key, bint surely)

cpdef unsigned long long bit_of(Py_ssize_t number)

@cython.final
cdef class RuleSteps:
    cdef public object tests
    cdef public Vocabulary words
    cdef public bint never
    cdef public Py_ssize_t count, place
    cdef list _steps

    cdef list steps(self)

@cython.final
cdef class Program:
    cdef public list rules
    cdef public Py_ssize_t count
    cdef public WordGate gate
    cdef public unsigned long long every, open, never
    cdef public bint otherwise

cdef List _part(object part, Vocabulary words)
