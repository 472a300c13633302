cimport cython
from padanan.matching.native.characters cimport outside
from padanan.matching.native.elements cimport Elements, Group
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.programs cimport WordGate, List, Program, RuleSteps, Step
from padanan.matching.native.reading cimport Page
from padanan.matching.native.vocabulary cimport Vocabulary

cdef int[::1] _KINDS
cdef int _WORD, _TIGHT, _CAPITAL, _LETTER, _BESIDE, _CAPITALS, _ASKED
cdef Py_ssize_t _WINDOW
cdef object _UNKNOWN

cdef class Judge:
    cdef public Page page
    cdef public Memory memory
    cdef public Elements elements
    cdef public list candidates, flags, _held, _groups
    cdef public dict starts
    cdef public str text
    cdef public Vocabulary words
    cdef public list places, foreign
    cdef dict _found, _neighbours, _domains
    cdef Py_ssize_t _domains_low, _domains_high
    cdef public Py_ssize_t start, end
    cdef public bint inside, cut_places
    cdef Py_ssize_t low, high, begin, limit, last, next, first, behind

    @cython.locals(last=Py_ssize_t, number=Py_ssize_t, start=Py_ssize_t)
    cdef _set_starts(self)
    cdef Group group(self, Py_ssize_t number)
    cpdef object sense(self, Py_ssize_t number, object document)
    @cython.locals(group=Group, meaning=Meaning, program=Program, candidate=tuple,
                   holds=bint)
    cdef object _first_sense(self, Py_ssize_t number, object document)
    @cython.locals(candidate=tuple, program=Program)
    cdef bint _first_holds(self, Py_ssize_t number, Meaning first, object document)
    @cython.locals(found=tuple)
    cpdef tuple neighbours(self, Py_ssize_t low, Py_ssize_t high, object document)
    @cython.locals(found=list, number=Py_ssize_t, behind=Py_ssize_t, candidate=tuple,
                   start=Py_ssize_t, first=Meaning, able=bint)
    cdef tuple _neighbours_of(self, Py_ssize_t low, Py_ssize_t high, object document)
    @cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
    cdef Py_ssize_t _first_at(self, Py_ssize_t start)
    @cython.locals(other=tuple)
    cdef bint _is_beside(self, Step step, Py_ssize_t start, Py_ssize_t end,
                         object document)
    @cython.locals(found=tuple)
    cdef bint _may_be_beside(self, object domains, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(found=dict, number=Py_ssize_t, candidate=tuple, domain=str,
                   end=Py_ssize_t, known=tuple)
    cdef _set_domains(self)
    @cython.locals(rule=RuleSteps)
    cpdef bint holds(self, Program program, Py_ssize_t start, Py_ssize_t end,
                     object document)
    @cython.locals(rule=RuleSteps)
    cpdef bint forbids(self, Program program, Py_ssize_t start, Py_ssize_t end,
                       object document)
    cdef list _able(self, Program program, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(at=Py_ssize_t, lowest=Py_ssize_t, highest=Py_ssize_t)
    cdef bint _is_near_wanted(self, WordGate gate, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(number=Py_ssize_t, at=Py_ssize_t)
    cdef bint _is_near_country(self, WordGate gate, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(page=Page)
    cdef bint _is_long_beside(self, Py_ssize_t start, Py_ssize_t end)
    cdef _go_to(self, Py_ssize_t start, Py_ssize_t end)
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
    @cython.locals(parts=list, begin=Py_ssize_t)
    cdef bint _ends_sequence(self, Step step, Py_ssize_t at)
    @cython.locals(parts=list)
    cdef bint _begins_sequence(self, Step step, Py_ssize_t at, Py_ssize_t behind)
    @cython.locals(part=List)
    cdef bint _is_sequence(self, list parts, Py_ssize_t at)
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
    cdef list _places(self, Step step)
    @cython.locals(number=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, places=list)
    cdef bint _is_country_before(self, Step step)
    @cython.locals(number=Py_ssize_t, start=Py_ssize_t, places=list)
    cdef bint _is_country_after(self, Step step)
    @cython.locals(page=Page)
    cdef bint _is_near(self, Py_ssize_t start, Py_ssize_t end, Step step,
                       Py_ssize_t within)
    @cython.locals(at=Py_ssize_t, begin=Py_ssize_t, bits=int, first=bint)
    cdef bint _has_capitals(self, object small)
    @cython.locals(low=Py_ssize_t, high=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t,
                   number=Py_ssize_t, found=list, places=list)
    cdef bint _is_within(self, Step step)
    @cython.locals(page=Page, found=list, at=Py_ssize_t, behind=Py_ssize_t,
                   parts=list, size=Py_ssize_t)
    cdef list _occurrences(self, Step step, Py_ssize_t low, Py_ssize_t high)

@cython.locals(code=int)
cdef int _kind(str text, Py_ssize_t at)
@cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t, place=tuple)
cpdef Py_ssize_t first_from(list places, Py_ssize_t offset)
