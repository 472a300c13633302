cimport cython
from padanan.matching.native.characters cimport kind_at
from padanan.matching.native.judging cimport Judge
from padanan.matching.native.programs cimport Program, bit_of
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.reading cimport Page
from padanan.matching.native.rows cimport Chosen, Rows
from padanan.matching.native.vocabulary cimport Vocabulary

cdef int _WORD, _BLANK, _HYPHEN, _ADDS, _FIELD, _POSTING
cdef object _new, _Annotation, _COUNTRY, _NO_PLACES, _SEVERAL
cdef Py_ssize_t _LISTED, _NEVER
cdef str _ATTRIBUTIVE

@cython.final
cdef class Original:
    cdef readonly str text
    cdef tuple _differences
    cdef Py_ssize_t _count, _number, _next, _behind, _start, _stop

    cpdef Py_ssize_t start(self, Py_ssize_t index)
    cpdef Py_ssize_t end(self, Py_ssize_t index)
    @cython.locals(number=Py_ssize_t, at=Py_ssize_t, size=Py_ssize_t)
    cdef _go_to(self, Py_ssize_t index)

cdef class Wording:
    cdef object document, countries, order
    cdef Original original
    cdef bint basic
    cdef Page page
    cdef str text
    cdef Vocabulary words
    cdef Memory memory
    cdef Judge judge
    cdef Rows places
    cdef list known
    cdef Py_ssize_t place, start, end, first, behind
    cdef list found

    cpdef tuple annotations(self, Chosen chosen, list regions)
    @cython.locals(number=Py_ssize_t, meaning=Meaning)
    cpdef word(self, Chosen chosen, list regions)
    @cython.locals(start=Py_ssize_t, end=Py_ssize_t, equivalents=tuple)
    cdef _word_one(self, Meaning meaning, object region)
    @cython.locals(start=Py_ssize_t, end=Py_ssize_t, text=str)
    cdef _add(self, Meaning meaning, tuple equivalents, object region, object longer)
    @cython.locals(able="unsigned long long", sure="unsigned long long",
                   program=Program, bound=list, number=Py_ssize_t, text=str)
    cdef tuple _choose(self, Meaning meaning, Py_ssize_t start, Py_ssize_t end,
                       object region)
    @cython.locals(number=Py_ssize_t)
    cdef _phrase(self, Py_ssize_t start, Py_ssize_t end, Meaning meaning, str english,
                 object code)
    @cython.locals(number=Py_ssize_t, count=Py_ssize_t)
    cdef Py_ssize_t _place_from(self, Py_ssize_t offset)
    cdef bint _is_place(self, Py_ssize_t number, Py_ssize_t offset)
    @cython.locals(number=Py_ssize_t, length=Py_ssize_t, last=Py_ssize_t, wanted=int)
    cdef bint _adds_one_country(self, Meaning meaning, Py_ssize_t end,
                                Py_ssize_t behind)
    @cython.locals(behind=Py_ssize_t)
    cdef _with_country(self, Py_ssize_t start, Py_ssize_t end, Meaning meaning,
                       str english, Py_ssize_t number)
    cdef bint _acts(self, Py_ssize_t end, Py_ssize_t behind)
    @cython.locals(letter=Py_UCS4, number=Py_ssize_t, near=bint)
    cdef bint _may_be_several(self, Py_ssize_t behind)
    cdef bint _is_one_of_several(self, Py_ssize_t end, Py_ssize_t behind)
    @cython.locals(following=str)
    cdef bint _may_add(self, Py_ssize_t number)
    @cython.locals(order=str, program=Program)
    cdef str _order_of(self, Py_ssize_t start, Py_ssize_t end, Meaning meaning)
    @cython.locals(at=Py_ssize_t, length=Py_ssize_t, number=Py_ssize_t,
                   behind=Py_ssize_t, flags=int, wanted=int)
    cdef bint _may_be_longer(self, Meaning meaning, Py_ssize_t end)
