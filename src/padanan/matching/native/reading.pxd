cimport cython
from padanan.matching.native.rows cimport Chosen, Rows, SpanRows
from padanan.matching.native.vocabulary cimport Vocabulary, first_slot
from padanan.matching.native.characters cimport kind_at

cdef int _WORD, _AS_SPACE, _BLANK, _STOP, _IN_COPY, _CUT, _WIDE, _SPACE
cdef bytes _LOW
cdef unsigned long long _MIX, _LOWEST
cdef int _CLASS, _STARTED, _LONG, _SHIFT
cdef int _JOINED, _SPACED, _START, _SINGLE, _PARTED
cdef Py_ssize_t _SLOT, _TAIL, _AT_WORD, _LEAST, _LENGTHY, _LEAST_ROOM, _APART, _TOGETHER
cdef object _SHORTENED
cdef str _SHORT, _CLOSING, _OPENING

@cython.final
cdef class Room:
    cdef public Py_ssize_t size
    cdef public int[::1] ids, gaps
    cdef public unsigned long long[::1] keys, tails
    cdef public SpanRows words, breaks
    cdef public Rows candidates, places, foreign
    cdef public Chosen chosen

    @cython.locals(spans=Py_ssize_t)
    cpdef fit(self, Py_ssize_t length)

@cython.final
cdef class Page:
    cdef public str text
    cdef public bytes data
    cdef public Room room
    cdef public SpanRows words, sentences
    cdef public Py_ssize_t count, stops
    cdef public bint cut, bracketed
    cdef public int[::1] begins, ends, ids, gaps, breaks

    @cython.locals(
        text=str, codes="const unsigned char *", kinds="const unsigned char *",
        begins="int[::1]", ends="int[::1]", gaps="int[::1]",
        keys="unsigned long long[::1]", tails="unsigned long long[::1]",
        breaks="int[::1]", count=Py_ssize_t, stops=Py_ssize_t, last=Py_ssize_t,
        end=Py_ssize_t, begin=Py_ssize_t, behind=Py_ssize_t, wide=Py_ssize_t,
        bits=int, before=int, lines=int, code=int, gap=int, blank=bint, short=bint,
        every=int, shift=int, key="unsigned long long", part="unsigned long long",
        letter="unsigned long long")
    cdef _cut(self, Py_ssize_t at, Py_ssize_t length, int wanted)
    cpdef read(self, Vocabulary words)
    @cython.locals(number=Py_ssize_t, count=Py_ssize_t, start=Py_ssize_t)
    cpdef read_finer(self, Page page, Vocabulary words)
    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t _copy(self, Page page, Py_ssize_t number)
    @cython.locals(
        codes="const unsigned char *", begins="int[::1]", ends="int[::1]",
        ids="int[::1]", gaps="int[::1]", keys="unsigned long long[::1]",
        tails="unsigned long long[::1]", slots="unsigned long long[::1]",
        most=Py_ssize_t, last=Py_ssize_t, number=Py_ssize_t,
        at=Py_ssize_t, key="unsigned long long", tail="unsigned long long",
        value="unsigned long long", touched="unsigned long long")
    cdef unsigned long long _look_up(self, Vocabulary words, Py_ssize_t first)
    @cython.locals(word=Py_ssize_t)
    cdef _learn(self, Vocabulary words, Py_ssize_t number)
    cpdef Py_ssize_t first_from(self, Py_ssize_t offset)
    @cython.locals(last=Py_ssize_t, behind=Py_ssize_t)
    cpdef bint cuts(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t, last=Py_ssize_t, behind=Py_ssize_t)
    cpdef bint cuts_any(self, Rows rows)
    @cython.locals(at=Py_ssize_t, word=Py_ssize_t, behind=Py_ssize_t)
    cpdef number(self, Rows rows)
    @cython.locals(number=Py_ssize_t)
    cpdef Py_ssize_t sentence_start(self, Py_ssize_t start)
    @cython.locals(number=Py_ssize_t)
    cpdef Py_ssize_t sentence_end(self, Py_ssize_t end)

@cython.final
cdef class WordPlaces:
    cdef int[::1] _firsts, _behind

    @cython.locals(number=Py_ssize_t)
    cdef _fill(self, int[::1] ids, Py_ssize_t count)
    cdef Py_ssize_t first(self, Py_ssize_t word)
    cdef Py_ssize_t next(self, Py_ssize_t number)

cdef Py_ssize_t _wide_end(str text, Py_ssize_t at, Py_ssize_t length)
cdef bint _may_be_short(str text, Py_ssize_t at)
@cython.locals(line=bint, begin=Py_ssize_t, behind=Py_ssize_t)
cdef Py_ssize_t _stop_end(str text, Py_ssize_t at, Py_ssize_t length)
cdef bint _continues(int code)
cdef bint _begins(int code)
