cimport cython
from padanan.matching.native.elements cimport Constituent, Elements, Group
from padanan.matching.native.judging cimport Judge

cdef int _DEEPEST, _HEAD, _BY_TABLE
cdef object _CONJOINED
cdef str _CONJOINING, _SECOND, _THIRD, _DASHES

cdef class Stretch:
    cdef public Py_ssize_t start, end
    cdef public Constituent element
    cdef public int depth
    cdef public bint whole

@cython.locals(found=Stretch)
cdef Stretch _piece(Py_ssize_t start, Py_ssize_t end, Constituent element, int depth)

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
                   longer=Stretch)
    cdef tuple _first(self, Py_ssize_t number, Py_ssize_t beyond)
    cdef bint _is_forbidden(self, Constituent element, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(number=Py_ssize_t, end=Py_ssize_t)
    cdef bint _is_denied(self, Stretch piece)
    @cython.locals(at=Py_ssize_t, plain=Stretch, longer=Stretch)
    cdef Stretch _extended(self, Stretch head)
    @cython.locals(element=Constituent, name=str, sure=bint, names=bint, row=Stretch,
                   found=Stretch)
    cdef Stretch _with_row(self, Stretch head, Py_ssize_t at)
    cdef bint _goes_on(self, Py_ssize_t start, Py_ssize_t end)
    cdef Py_ssize_t _after_gap(self, Py_ssize_t end)
    @cython.locals(tail=str, size=Py_ssize_t, end=Py_ssize_t, number=Py_ssize_t)
    cdef bint _is_open(self, Stretch piece)
    @cython.locals(number=Py_ssize_t, end=Py_ssize_t, element=Constituent)
    cdef Stretch _modifier(self, Py_ssize_t start, int depth)
    @cython.locals(letter=Py_UCS4)
    cdef bint _is_compound(self, Py_ssize_t end)
    @cython.locals(element=Constituent)
    cdef Constituent _usable(self, Py_ssize_t number, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(doubled=bint, element=Constituent)
    cdef Stretch _joined(self, Stretch head, Stretch behind)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_doubled(self, Stretch piece)
    @cython.locals(inner=Stretch, longer=Stretch)
    cdef Stretch _with_modifier(self, Stretch head, Stretch plain)
    @cython.locals(at=Py_ssize_t, found=Stretch)
    cdef Stretch _with_second(self, Stretch head, Stretch behind, Stretch longer)
    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t _behind_joint(self, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t, behind=Stretch, longer=Stretch)
    cdef Stretch _extended_by_adjective(self, Stretch piece)
    cdef Stretch _several_heads(self, Stretch head)
    @cython.locals(start=Py_ssize_t)
    cdef bint _is_head(self, Py_ssize_t number)
    @cython.locals(cut=bint)
    cdef tuple _finished(self, Stretch piece)
    cdef bint _may_be_cut(self, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t)
    cdef bint _is_small(self, Stretch piece)
    @cython.locals(element=Constituent)
    cdef object _plain(self, Stretch piece)
    @cython.locals(element=Constituent, found=Stretch)
    cdef Stretch _native(self, object phrase)
