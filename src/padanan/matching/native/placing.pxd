cimport cython
from padanan.matching.native.memory cimport Meaning
from padanan.matching.native.characters cimport kind_at
from padanan.matching.native.reading cimport Page
from padanan.matching.native.rows cimport Chosen, Rows

cdef int _WORD
cdef Py_ssize_t _WINDOW, _FAR, _MOST
cdef str _LEADING_IN, _INSIDE
cdef tuple _PARTICLES
cdef object _LEADING, _LINKS, _SMALL_WORDS, _new, _Region, _Bearer, _Mention

@cython.final
cdef class Post:
    cdef public Py_ssize_t number, start, end, low, high
    cdef public bint title, led, followed, borne
    cdef public object region
    cdef public tuple name

@cython.final
cdef class Placing:
    cdef public Page page
    cdef public str text
    cdef public Py_ssize_t length
    cdef public object document
    cdef public Rows places
    cdef public list known, lower
    cdef public dict memory
    cdef public set asked
    cdef Py_ssize_t _low, _high
    cdef bint _titled

    @cython.locals(posts=list, found=list, post=Post)
    cpdef list regions(self, Chosen chosen)
    @cython.locals(found=list, post=Post, start=Py_ssize_t, end=Py_ssize_t,
                   number=Py_ssize_t, place=Py_ssize_t, more=bint, meaning=Meaning)
    cdef list _posts(self, Chosen chosen)
    cdef bint _may_be_led(self, Py_ssize_t start, Py_ssize_t number)
    cdef bint _may_be_borne(self, Py_ssize_t start, Py_ssize_t end)
    cdef bint _is_lower_behind(self, Py_ssize_t end)
    cdef bint _is_led_in(self, Py_ssize_t start, Py_ssize_t begin)
    @cython.locals(post=Post)
    cdef bint _find_names(self, list posts)
    @cython.locals(number=Py_ssize_t)
    cdef bint _has_place_before(self, Post post)
    @cython.locals(last=Post, post=Post)
    cdef _set_beside(self, list posts)
    @cython.locals(at=Py_ssize_t, start=Py_ssize_t, number=Py_ssize_t,
                   begin=Py_ssize_t, behind=Py_ssize_t, single=bint)
    cdef object _right(self, Post post)
    @cython.locals(first=Py_ssize_t, number=Py_ssize_t, at=Py_ssize_t, word=str)
    cdef bint _is_far(self, Py_ssize_t start, Py_ssize_t begin)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_inside(self, Py_ssize_t number, Py_ssize_t first)
    @cython.locals(number=Py_ssize_t, post=Post, behind=Post, words=Py_ssize_t)
    cdef _coordinate(self, list posts)
    @cython.locals(post=Post, words=tuple)
    cdef _remember(self, list posts)
    cdef bint _is_titled(self, Post post)
    @cython.locals(number=Py_ssize_t, at=Py_ssize_t, size=Py_ssize_t)
    cdef bint _has_small(self, Py_ssize_t low, Py_ssize_t high)
    @cython.locals(begin=Py_ssize_t, end=Py_ssize_t)
    cdef bint _is_small_word(self, Py_ssize_t number)
    @cython.locals(end=Py_ssize_t, number=Py_ssize_t, begin=Py_ssize_t,
                   behind=Py_ssize_t)
    cdef tuple _name_words(self, Post post)
    @cython.locals(words=Py_ssize_t)
    cdef bint _is_by_name(self, Py_ssize_t end, Py_ssize_t begin)
    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t _name_start(self, Post post, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t, begin=Py_ssize_t, number=Py_ssize_t)
    cdef bint _may_precede(self, Post post, Py_ssize_t end)
    cdef Py_ssize_t _blank_end(self, Py_ssize_t at, Py_ssize_t limit)
    @cython.locals(end=Py_ssize_t, begin=Py_ssize_t, behind=Py_ssize_t)
    cdef Py_ssize_t _name_end(self, Py_ssize_t at, Py_ssize_t limit)
    @cython.locals(end=Py_ssize_t, initial=bint)
    cdef Py_ssize_t _name_word_end(self, Py_ssize_t at, Py_ssize_t limit)
    @cython.locals(word=str, end=Py_ssize_t)
    cdef Py_ssize_t _particle_end(self, Py_ssize_t at, Py_ssize_t limit)
    @cython.locals(found=list, begin=Py_ssize_t, size=Py_ssize_t, short=bint)
    cdef tuple _words(self, Py_ssize_t at, Py_ssize_t end)
    @cython.locals(number=Py_ssize_t)
    cdef bint _is_place(self, Py_ssize_t at)
    @cython.locals(headline=bint, cut=Py_ssize_t, word=str)
    cdef object _recalled(self, Post post, tuple words)
    @cython.locals(word=str)
    cdef bint _is_known(self, tuple words)
    cdef object _plain(self, Post post)

cdef bint _is_capital(int code)
