cimport cython
from padanan.matching.native.elements cimport Constituent, Elements, Group
from padanan.matching.native.judging cimport Judge

cdef int _DEEPEST, _HEAD, _BY_TABLE
cdef object _CONJOINED
cdef str _CONJOINING, _SECOND, _THIRD, _DASHES

cdef class Bond:
    cdef public Py_ssize_t start, end
    cdef public Constituent element
    cdef public int depth
    cdef public bint whole

@cython.locals(found=Bond)
cdef Bond _piece(Py_ssize_t start, Py_ssize_t end, Constituent element, int depth)

cdef class Composer:
    cdef public object document, pairs
    cdef public Judge judge
    cdef public Elements elements
    cdef public str text
    cdef public Py_ssize_t length, count
    cdef public list candidates
    cdef public dict starts

    @cython.locals(found=list, flag=int, end=Py_ssize_t)
    cpdef list heads_at(self, Py_ssize_t number, Py_ssize_t start)
    cdef bint _is_able(self, Py_ssize_t number, Py_ssize_t end, int by_table)
    @cython.locals(second=Py_ssize_t, start=Py_ssize_t, judge=Judge)
    cdef bint _may_join(self, Py_ssize_t number, Py_ssize_t behind)
    cdef bint _is_conjoined(self, Py_ssize_t end)
    @cython.locals(comma=bint, longer=bint)
    cpdef bint may_end_behind(self, Py_ssize_t number, Py_ssize_t end)
    @cython.locals(longest=tuple, found=tuple, head=Py_ssize_t)
    cpdef tuple longest_of(self, list heads, Py_ssize_t beyond)
    @cython.locals(candidate=tuple, start=Py_ssize_t, end=Py_ssize_t, element=Constituent,
                   longer=Bond)
    cdef tuple _first(self, Py_ssize_t number, Py_ssize_t beyond)
    cdef bint _is_forbidden(self, Constituent element, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(number=Py_ssize_t, end=Py_ssize_t)
    cdef bint _is_denied(self, Bond piece)
    @cython.locals(at=Py_ssize_t, plain=Bond, longer=Bond)
    cdef Bond _extended(self, Bond head)
    @cython.locals(element=Constituent, name=str, sure=bint, names=bint, row=Bond,
                   found=Bond)
    cdef Bond _with_row(self, Bond head, Py_ssize_t at)
    cdef bint _goes_on(self, Py_ssize_t start, Py_ssize_t end)
    cdef Py_ssize_t _after_gap(self, Py_ssize_t end)
    @cython.locals(tail=str, size=Py_ssize_t, end=Py_ssize_t, number=Py_ssize_t)
    cdef bint _is_open(self, Bond piece)
    @cython.locals(number=Py_ssize_t, end=Py_ssize_t, element=Constituent)
    cdef Bond _modifier(self, Py_ssize_t start, int depth)
    @cython.locals(letter=Py_UCS4)
    cdef bint _is_compound(self, Py_ssize_t end)
    @cython.locals(element=Constituent)
    cdef Constituent _usable(self, Py_ssize_t number, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(doubled=bint, element=Constituent)
    cdef Bond _joined(self, Bond head, Bond behind)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_doubled(self, Bond piece)
    @cython.locals(inner=Bond, longer=Bond)
    cdef Bond _with_modifier(self, Bond head, Bond plain)
    @cython.locals(at=Py_ssize_t, found=Bond)
    cdef Bond _with_second(self, Bond head, Bond behind, Bond longer)
    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t _behind_joint(self, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t, behind=Bond, longer=Bond)
    cdef Bond _extended_by_adjective(self, Bond piece)
    cdef Bond _several_heads(self, Bond head)
    @cython.locals(start=Py_ssize_t)
    cdef bint _is_head(self, Py_ssize_t number)
    @cython.locals(cut=bint)
    cdef tuple _finished(self, Bond piece)
    cdef bint _may_be_cut(self, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_small(self, Bond piece)
    @cython.locals(element=Constituent)
    cdef object _plain(self, Bond piece)
    @cython.locals(element=Constituent, found=Bond)
    cdef Bond _native(self, object phrase)
