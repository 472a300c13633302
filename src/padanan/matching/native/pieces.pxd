cimport cython
from padanan.matching.native.elements cimport Element, Elements, Group
from padanan.matching.native.judging cimport Judge

cdef int _DEEPEST, _HEAD, _BY_TABLE
cdef object _CONJOINED
cdef str _CONJOINING, _SECOND, _THIRD, _DASHES

cdef class Piece:
    cdef public Py_ssize_t start, end
    cdef public Element element
    cdef public int depth
    cdef public bint whole

@cython.locals(found=Piece)
cdef Piece _piece(Py_ssize_t start, Py_ssize_t end, Element element, int depth)

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
    @cython.locals(candidate=tuple, start=Py_ssize_t, end=Py_ssize_t, element=Element,
                   longer=Piece)
    cdef tuple _first(self, Py_ssize_t number, Py_ssize_t beyond)
    cdef bint _is_forbidden(self, Element element, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(number=Py_ssize_t, end=Py_ssize_t)
    cdef bint _is_denied(self, Piece piece)
    @cython.locals(at=Py_ssize_t, plain=Piece, longer=Piece)
    cdef Piece _extended(self, Piece head)
    @cython.locals(element=Element, name=str, sure=bint, names=bint, row=Piece,
                   found=Piece)
    cdef Piece _with_row(self, Piece head, Py_ssize_t at)
    cdef bint _goes_on(self, Py_ssize_t start, Py_ssize_t end)
    cdef Py_ssize_t _after_gap(self, Py_ssize_t end)
    @cython.locals(tail=str, size=Py_ssize_t, end=Py_ssize_t, number=Py_ssize_t)
    cdef bint _is_open(self, Piece piece)
    @cython.locals(number=Py_ssize_t, end=Py_ssize_t, element=Element)
    cdef Piece _modifier(self, Py_ssize_t start, int depth)
    @cython.locals(letter=Py_UCS4)
    cdef bint _is_compound(self, Py_ssize_t end)
    @cython.locals(element=Element)
    cdef Element _usable(self, Py_ssize_t number, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(doubled=bint, element=Element)
    cdef Piece _joined(self, Piece head, Piece behind)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_doubled(self, Piece piece)
    @cython.locals(inner=Piece, longer=Piece)
    cdef Piece _with_modifier(self, Piece head, Piece plain)
    @cython.locals(at=Py_ssize_t, found=Piece)
    cdef Piece _with_second(self, Piece head, Piece behind, Piece longer)
    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t _behind_joint(self, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t, behind=Piece, longer=Piece)
    cdef Piece _extended_by_adjective(self, Piece piece)
    cdef Piece _several_heads(self, Piece head)
    @cython.locals(start=Py_ssize_t)
    cdef bint _is_head(self, Py_ssize_t number)
    @cython.locals(cut=bint)
    cdef tuple _finished(self, Piece piece)
    cdef bint _may_be_cut(self, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_small(self, Piece piece)
    @cython.locals(element=Element)
    cdef object _plain(self, Piece piece)
    @cython.locals(element=Element, found=Piece)
    cdef Piece _native(self, object phrase)
