cimport cython
from padanan.matching.native.characters cimport kind_at
from padanan.matching.native.elements cimport Elements, Group
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.programs cimport List, Program, RuleSteps, Step, Wants, WordGate
from padanan.matching.native.reading cimport Page, WordPlaces
from padanan.matching.native.rows cimport Rows
from padanan.matching.native.vocabulary cimport Vocabulary

cdef Py_ssize_t _MANY
cdef int _WORD, _TIGHT, _CAPITAL, _LETTER, _BESIDE, _CAPITALS, _FORM, _ASKED, _FOREIGN
cdef Py_ssize_t _WINDOW, _LAST
cdef int _AFTER, _FAR, _ENDS, _BEGINS, _ENDED, _BEGUN, _ANY_CLASS
cdef unsigned long long _COUNTRIES, _OTHERWISE
cdef unsigned long long[::1] _ONE_BIT

cdef class Occurrences:
    cdef Step step
    cdef Py_ssize_t at, behind, count
    cdef tuple parts
    cdef list rest, words, starts, ends, ranks

    cdef add(self, Py_ssize_t start, Py_ssize_t end, Py_ssize_t rank)

@cython.final
cdef class Judge:
    cdef public Page page
    cdef public Elements elements
    cdef public Rows candidates, places, foreign
    cdef public str text
    cdef public Vocabulary words
    cdef Wants wants
    cdef unsigned long long sure
    cdef dict _found, _neighbours, _domains
    cdef WordPlaces _word_places
    cdef Py_ssize_t _domains_low, _domains_high
    cdef public Py_ssize_t start, end
    cdef public bint inside, cut_places
    cdef Py_ssize_t low, high, begin, limit, last, next, first, behind

    @cython.locals(group=int, found=Group)
    cdef Group group(self, Py_ssize_t number)
    @cython.locals(held=int)
    cpdef Meaning meaning(self, Py_ssize_t number, object document)
    @cython.locals(rows=Rows, place=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t)
    cdef int _held(self, Py_ssize_t number, object document) except? -2
    @cython.locals(held=int, place=int, meaning=Meaning, program=Program)
    cdef int _first_that_holds(self, Py_ssize_t number, Group group,
                               object document) except? -2
    @cython.locals(held=int, program=Program)
    cdef bint _first_holds(self, Py_ssize_t number, Meaning first, object document)
    @cython.locals(rows=Rows, start=Py_ssize_t, end=Py_ssize_t)
    cdef bint _holds_for(self, Program program, Py_ssize_t number, object document)
    @cython.locals(found=tuple)
    cpdef tuple neighbours(self, Py_ssize_t low, Py_ssize_t high, object document)
    @cython.locals(found=list, rows=Rows, number=Py_ssize_t, behind=Py_ssize_t,
                   start=Py_ssize_t, first=Meaning, able=bint)
    cdef tuple _neighbours_of(self, Py_ssize_t low, Py_ssize_t high, object document)
    @cython.locals(other=tuple)
    cdef bint _is_beside(self, Step step, Py_ssize_t start, Py_ssize_t end,
                         object document)
    @cython.locals(found=tuple)
    cdef bint _may_be_beside(self, object domains, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(found=dict, rows=Rows, number=Py_ssize_t, domain=str,
                   end=Py_ssize_t, known=tuple)
    cdef _set_domains(self)
    @cython.locals(able="unsigned long long", sure="unsigned long long",
                   bit="unsigned long long", number=Py_ssize_t, rule=RuleSteps)
    cpdef bint holds(self, Program program, Py_ssize_t start, Py_ssize_t end,
                     object document)
    @cython.locals(able="unsigned long long", number=Py_ssize_t, rule=RuleSteps)
    cpdef bint forbids(self, Program program, Py_ssize_t start, Py_ssize_t end,
                       object document)
    @cython.locals(rule=RuleSteps)
    cdef bint does_hold(self, Program program, Py_ssize_t number, Py_ssize_t start,
                        Py_ssize_t end, object document)
    @cython.locals(gate=WordGate, able="unsigned long long")
    cdef unsigned long long able(self, Program program, Py_ssize_t start,
                                 Py_ssize_t end)
    @cython.locals(page=Page, word=Py_ssize_t, behind=Py_ssize_t)
    cdef _go_to(self, Py_ssize_t start, Py_ssize_t end)
    cdef _stand_between(self, Py_ssize_t start, Py_ssize_t end, Py_ssize_t word,
                        Py_ssize_t behind)
    @cython.locals(at=Py_ssize_t, lowest=Py_ssize_t, highest=Py_ssize_t,
                   asked="unsigned long long", classes=int)
    cdef bint _is_closed(self, Py_ssize_t place, Py_ssize_t start, Py_ssize_t end)
    cdef bint _is_wanted(self, Py_ssize_t word, Py_ssize_t place, int classes)
    @cython.locals(page=Page, place=Py_ssize_t, found="unsigned long long",
                   at=Py_ssize_t, lowest=Py_ssize_t, highest=Py_ssize_t, word=int,
                   asked="unsigned long long", classes=int, slot=Py_ssize_t,
                   near="unsigned long long")
    cdef unsigned long long _wanted(self, WordGate gate, Py_ssize_t start,
                                    Py_ssize_t end)
    cdef bint _counts_before(self, Py_ssize_t at, Py_ssize_t start, Py_ssize_t end)
    cdef bint _counts_after(self, Py_ssize_t at, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(number=Py_ssize_t, at=Py_ssize_t, before=Py_ssize_t,
                   after=Py_ssize_t)
    cdef bint _is_near_country(self, unsigned long long asked, Py_ssize_t start,
                               Py_ssize_t end)
    @cython.locals(page=Page)
    cdef bint _is_long_beside(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(page=Page)
    cdef _stand(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(page=Page, first=Py_ssize_t)
    cdef Py_ssize_t _first_word(self)
    @cython.locals(page=Page, behind=Py_ssize_t)
    cdef Py_ssize_t _last_word(self)
    @cython.locals(lowest=Py_ssize_t)
    cdef Py_ssize_t _lowest(self, Py_ssize_t before)
    @cython.locals(highest=Py_ssize_t)
    cdef Py_ssize_t _highest(self, Py_ssize_t after)
    @cython.locals(step=Step, found=bint)
    cdef bint _all_hold(self, list steps, Py_ssize_t start, Py_ssize_t end,
                        object document)
    @cython.locals(number=Py_ssize_t)
    cdef bint _is_in(self, List one, Py_ssize_t word)
    @cython.locals(at=Py_ssize_t, lowest=Py_ssize_t)
    cdef bint _is_before(self, Step step)
    @cython.locals(at=Py_ssize_t, highest=Py_ssize_t)
    cdef bint _is_after(self, Step step)
    @cython.locals(parts=tuple, begin=Py_ssize_t)
    cdef bint _ends_sequence(self, Step step, Py_ssize_t at)
    @cython.locals(parts=tuple)
    cdef bint _begins_sequence(self, Step step, Py_ssize_t at, Py_ssize_t behind)
    @cython.locals(part=List)
    cdef bint _is_sequence(self, tuple parts, Py_ssize_t at)
    @cython.locals(at=Py_ssize_t)
    cdef bint _touches_before(self)
    @cython.locals(at=Py_ssize_t)
    cdef bint _touches_after(self)
    @cython.locals(at=Py_ssize_t, begin=Py_ssize_t, wanted=bint)
    cdef bint _is_just_before(self, Step step)
    @cython.locals(at=Py_ssize_t, end=Py_ssize_t, wanted=bint)
    cdef bint _is_just_after(self, Step step)
    @cython.locals(number=Py_ssize_t)
    cdef bint _is_cut_in(self, Step step, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(places=Rows, found=Rows, at=Py_ssize_t,
                   start=Py_ssize_t, end=Py_ssize_t)
    cdef Rows _places(self, Step step)
    @cython.locals(number=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, places=Rows)
    cdef bint _is_country_before(self, Step step)
    @cython.locals(number=Py_ssize_t, start=Py_ssize_t, places=Rows)
    cdef bint _is_country_after(self, Step step)
    @cython.locals(page=Page)
    cdef bint _is_near(self, Py_ssize_t start, Py_ssize_t end, Step step,
                       Py_ssize_t within)
    @cython.locals(at=Py_ssize_t, begin=Py_ssize_t, bits=int, first=bint)
    cdef bint _has_capitals(self, object small)
    @cython.locals(low=Py_ssize_t, high=Py_ssize_t, number=Py_ssize_t,
                   found=Occurrences, places=Rows)
    cdef bint _is_within(self, Step step)
    @cython.locals(page=Page, step=Step, at=Py_ssize_t, parts=tuple, size=Py_ssize_t,
                   rank=Py_ssize_t, count=Py_ssize_t)
    cdef bint _has_more(self, Occurrences found)
    @cython.locals(step=Step, wanted=list)
    cdef _look_by_word(self, Occurrences found)
    @cython.locals(page=Page, places=WordPlaces, at=Py_ssize_t, last=Py_ssize_t,
                   one=List)
    cdef bint _has_more_by_word(self, Occurrences found)
    @cython.locals(found=Occurrences)
    cpdef tuple occurrences(self, Step step, Py_ssize_t low, Py_ssize_t high)
