cimport cython
from padanan.matching.native.elements cimport Group
from padanan.matching.native.judging cimport Judge
from padanan.matching.native.memory cimport Meaning
from padanan.matching.native.pieces cimport Bond, Composer
from padanan.matching.native.rows cimport Chosen, Rows

cdef int _CONDITIONAL, _NAMED, _ONLY_PART, _UNSEEN

@cython.final
cdef class Resolver:
    cdef object document
    cdef Judge judge
    cdef Rows rows
    cdef Composer composer
    cdef str text
    cdef Chosen chosen

    @cython.locals(rows=Rows, judge=Judge, last=Py_ssize_t, done=Py_ssize_t,
                   seen=Py_ssize_t, number=Py_ssize_t, start=Py_ssize_t, flag=int,
                   meaning=Meaning)
    cdef resolve(self, int hidden)
    @cython.locals(rows=Rows, groups=list, touched=Py_ssize_t, number=Py_ssize_t,
                   group=Group, first=Meaning)
    cdef Py_ssize_t _touch(self)
    @cython.locals(rows=Rows, end=Py_ssize_t)
    cdef Py_ssize_t _choose(self, Py_ssize_t number, Meaning meaning)
    @cython.locals(listed=Py_ssize_t, beyond=Py_ssize_t, found=Bond,
                   behind=Py_ssize_t, word=Py_ssize_t)
    cdef Py_ssize_t _composed_or_listed(self, Py_ssize_t number)
    cdef Meaning _held(self, Py_ssize_t number)
    @cython.locals(rows=Rows, start=Py_ssize_t)
    cdef Py_ssize_t _listed(self, Py_ssize_t number)
    @cython.locals(rows=Rows, start=Py_ssize_t, end=Py_ssize_t, last=Py_ssize_t,
                   longer=Meaning)
    cdef bint _cuts_a_name(self, Py_ssize_t number, Meaning meaning)

@cython.locals(hidden=int)
cpdef resolve(object document, Chosen chosen, bint basic)
