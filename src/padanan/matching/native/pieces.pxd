cimport cython
from padanan.matching.native.elements cimport Constituent, Elements, Group
from padanan.matching.native.judging cimport Judge
from padanan.matching.native.memory cimport Meaning
from padanan.matching.native.characters cimport kind_at
from padanan.matching.native.reading cimport Page
from padanan.matching.native.rows cimport Rows

cdef int _DEEPEST, _HEAD, _BY_TABLE, _ABLE, _WORD
cdef int _LAST_OF_ASCII, _A, _Z, _COMMA, _SPACE
cdef Py_ssize_t _UNCLEAR, _WIDEST_GAP
cdef object _CONJOINED
cdef str _CONJOINING, _SECOND, _THIRD, _DASHES

@cython.final
cdef class Bond:
    cdef public Py_ssize_t start, end
    cdef public Constituent element
    cdef public int depth
    cdef public bint whole
    cdef public Meaning meaning

@cython.locals(found=Bond)
cdef Bond _piece(Py_ssize_t start, Py_ssize_t end, Constituent element, int depth)

@cython.final
cdef class Composer:
    cdef public object document, pairs
    cdef public Judge judge
    cdef public Elements elements
    cdef public str text
    cdef public Py_ssize_t length, count
    cdef public Rows rows
    cdef Page page
    cdef list lower
    cdef dict portfolios

    @cython.locals(rows=Rows, found=bint, flag=int, end=Py_ssize_t)
    cdef bint has_heads(self, Py_ssize_t number, Py_ssize_t start)
    cdef bint _is_able(self, Py_ssize_t number, Py_ssize_t end, int by_table)
    @cython.locals(second=Py_ssize_t, start=Py_ssize_t, numbers="int[::1]")
    cdef bint _may_join(self, Py_ssize_t number, Py_ssize_t behind)
    cdef bint _begins(self, Py_ssize_t offset)
    cdef bint _is_conjoined(self, Py_ssize_t end)
    @cython.locals(rows=Rows, comma=bint)
    cdef bint may_end_behind(self, Py_ssize_t number, Py_ssize_t end)
    @cython.locals(longest=Bond, rows=Rows, found=Bond, start=Py_ssize_t)
    cdef Bond longest_of(self, Py_ssize_t number, Py_ssize_t beyond)
    @cython.locals(start=Py_ssize_t, end=Py_ssize_t, element=Constituent, longer=Bond)
    cdef Bond _first(self, Py_ssize_t number, Py_ssize_t beyond)
    cdef bint _is_forbidden(self, Constituent element, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(rows=Rows, number=Py_ssize_t)
    cdef bint _is_denied(self, Bond piece)
    @cython.locals(at=Py_ssize_t, plain=Bond, longer=Bond)
    cdef Bond _extended(self, Bond head)
    @cython.locals(element=Constituent, name=str, sure=bint, names=bint, row=Bond,
                   found=Bond)
    cdef Bond _with_row(self, Bond head, Py_ssize_t at)
    @cython.locals(number=Py_ssize_t, name=str, end=Py_ssize_t)
    cdef str _portfolio(self, Py_ssize_t at)
    @cython.locals(number=Py_ssize_t, code=int, wanted=int)
    cdef Py_ssize_t _end_of(self, str name, Py_ssize_t at) except? -3
    cdef bint _is_last_and(self, Py_ssize_t at)
    @cython.locals(number=Py_ssize_t)
    cdef bint _goes_on(self, Py_ssize_t start, Py_ssize_t end)
    cdef Py_ssize_t _after_gap(self, Py_ssize_t end) except? -2
    @cython.locals(tail=str, size=Py_ssize_t, end=Py_ssize_t, number=Py_ssize_t)
    cdef bint _is_open(self, Bond piece)
    @cython.locals(rows=Rows, number=Py_ssize_t, end=Py_ssize_t, element=Constituent)
    cdef Bond _modifier(self, Py_ssize_t start, int depth)
    @cython.locals(letter=Py_UCS4)
    cdef bint _is_compound(self, Py_ssize_t end)
    @cython.locals(element=Constituent, meaning=Meaning)
    cdef Constituent _usable(self, Py_ssize_t number, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(doubled=bint, element=Constituent)
    cdef Bond _joined(self, Bond head, Bond behind)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_doubled(self, Bond piece)
    @cython.locals(inner=Bond, longer=Bond)
    cdef Bond _with_modifier(self, Bond head, Bond plain)
    cdef bint _are_alike(self, Bond head, Bond behind, Bond other)
    @cython.locals(at=Py_ssize_t, other=Bond, found=Bond)
    cdef Bond _with_second(self, Bond head, Bond behind, Bond longer)
    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t _behind_joint(self, Py_ssize_t end) except? -2
    @cython.locals(at=Py_ssize_t, behind=Bond, longer=Bond)
    cdef Bond _extended_by_adjective(self, Bond piece)
    @cython.locals(at=Py_ssize_t, number=Py_ssize_t)
    cdef Bond _several_heads(self, Bond head)
    @cython.locals(rows=Rows, start=Py_ssize_t)
    cdef bint _is_head(self, Py_ssize_t number)
    @cython.locals(at=Py_ssize_t, behind=Bond)
    cdef bint _may_be_last(self, Py_ssize_t end)
    @cython.locals(meaning=Meaning, cut=bint)
    cdef Bond _finished(self, Bond piece)
    cdef bint _may_be_cut(self, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t)
    cdef bint _ends_with_capital(self, Bond piece)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_small(self, Bond piece)
    @cython.locals(element=Constituent)
    cdef object _plain(self, Bond piece)
    @cython.locals(element=Constituent, found=Bond)
    cdef Bond _native(self, object phrase)
