cimport cython
from padanan.matching.native.pieces cimport Composer
from padanan.matching.native.judging cimport Judge

cdef object _new, _Mention, _NONE
cdef int _ABBREVIATION, _CONDITIONAL, _ONLY_PART, _UNSEEN, _NAMED, _ABOUT

@cython.locals(known=set, names=tuple, found=list, candidate=tuple, closing=Py_ssize_t,
               end=Py_ssize_t)
cdef list _closings(str text, list candidates)
@cython.locals(one=tuple)
cdef list _that_tell(list candidates, set starts)
@cython.locals(chosen=list, last=Py_ssize_t, start=Py_ssize_t, one=tuple)
cpdef mentions(str text, list named)
@cython.locals(found=list, composer=Composer, heads=list, last=Py_ssize_t,
               done=Py_ssize_t, seen=Py_ssize_t, number=Py_ssize_t, start=Py_ssize_t,
               end=Py_ssize_t, flag=int, conditional=int, candidate=tuple, one=tuple)
cpdef _resolve(object document, Judge judge, bint basic)
@cython.locals(listed=tuple, found=tuple)
cdef tuple _composed_or_listed(object document, Composer composer, Py_ssize_t number,
                               list heads)
@cython.locals(candidate=tuple, start=Py_ssize_t, end=Py_ssize_t)
cdef tuple _listed(object document, Judge judge, Py_ssize_t number)
@cython.locals(last=Py_ssize_t, longer=bint)
cdef bint _cuts_a_name(Judge judge, Py_ssize_t start, Py_ssize_t end, object sense)
