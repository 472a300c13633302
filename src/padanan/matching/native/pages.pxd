cimport cython
from padanan.matching.native.judging cimport Judge, first_from
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.reading cimport Page
from padanan.matching.native.vocabulary cimport Vocabulary

cdef object _new, _Office
cdef Py_ssize_t _FAR
cdef str _LEADING_IN, _CONJOINING
cdef int _ABBREVIATION, _HEAD, _CONDITIONAL, _ONLY_PART, _UNSEEN, _NAMED, _BY_TABLE, _ABOUT

@cython.locals(found=dict, memory=Memory, candidates=list, number=Py_ssize_t,
               count=Py_ssize_t, start=Py_ssize_t, minus_end=Py_ssize_t, senses=tuple,
               first=Meaning)
cdef dict _domains_of(object document, Py_ssize_t low, Py_ssize_t high)
@cython.locals(found=list, memory=Memory, candidates=list, number=Py_ssize_t,
               count=Py_ssize_t, start=Py_ssize_t, minus_end=Py_ssize_t, senses=tuple,
               first=Meaning, behind=Py_ssize_t)
cdef tuple _neighbours_of(object document, Py_ssize_t low, Py_ssize_t high)
@cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t, one=tuple)
cdef Py_ssize_t _first_at(list candidates, Py_ssize_t start)
@cython.locals(known=set, names=tuple, found=list, candidate=tuple, closing=Py_ssize_t,
               end=Py_ssize_t)
cdef list _closings(str text, list candidates)
@cython.locals(one=tuple)
cdef list _that_tell(list candidates, set starts)
@cython.locals(chosen=list, last=Py_ssize_t, start=Py_ssize_t, one=tuple)
cpdef mentions(str text, list named)
@cython.locals(found=list, heads=dict, last=Py_ssize_t, done=Py_ssize_t,
               number=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, flag=int,
               conditional=int, candidate=tuple)
cpdef _resolve(object document, Judge judge, bint basic)
cdef _composed_or_listed(object document, Judge judge, Py_ssize_t number, list heads)
@cython.locals(candidates=list, start=Py_ssize_t, end=Py_ssize_t, count=Py_ssize_t)
cdef _listed(object document, Judge judge, Py_ssize_t number)
@cython.locals(last=Py_ssize_t, longer=bint)
cdef bint _cuts_a_name(Judge judge, Py_ssize_t start, Py_ssize_t end, object sense)
@cython.locals(found=dict, number=Py_ssize_t, flag=int, head=tuple)
cdef dict _heads_by_start(object document, Judge judge)
@cython.locals(text=str, end=Py_ssize_t, number=Py_ssize_t)
cdef bint _is_able(object document, Judge judge, tuple head, int by_table)
@cython.locals(candidates=list, count=Py_ssize_t)
cdef bint _may_end_behind(object document, Judge judge, Py_ssize_t number,
                          Py_ssize_t end)
@cython.locals(memory=Memory, page=Page, found=list, start=Py_ssize_t, end=Py_ssize_t,
               meaning=Meaning, judge=Judge, low=Py_ssize_t, high=Py_ssize_t,
               number=Py_ssize_t, followed=bint, led=bint, borne=bint)
cpdef list offices(object document, list chosen)
@cython.locals(number=Py_ssize_t, page=Page, vocabulary=Vocabulary)
cdef bint _may_be_led(object document, Py_ssize_t start)
@cython.locals(length=Py_ssize_t)
cdef bint _may_be_borne(str text, Py_ssize_t start, Py_ssize_t end)
