cimport cython
from padanan.matching.native.judging cimport Judge
from padanan.matching.native.programs cimport Program
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.reading cimport Page
from padanan.matching.native.vocabulary cimport Vocabulary

cdef int[::1] _KINDS
cdef int _WORD, _BLANK
cdef object _new, _Annotation

cdef class Original:
    cdef readonly str text
    cdef Py_ssize_t count, last
    cdef int[::1] begins, ends, starts, stops

    @cython.locals(number=Py_ssize_t)
    cpdef Py_ssize_t start(self, Py_ssize_t index)
    @cython.locals(number=Py_ssize_t)
    cpdef Py_ssize_t end(self, Py_ssize_t index)
    @cython.locals(behind=Py_ssize_t)
    cdef _go_to(self, Py_ssize_t index)

cdef class Wording:
    cdef object document, countries, order
    cdef Original original
    cdef Page page
    cdef str text
    cdef Vocabulary words
    cdef Memory memory
    cdef Judge judge
    cdef object places, modifiers

    @cython.locals(found=list, start=Py_ssize_t, end=Py_ssize_t, meaning=Meaning)
    cpdef annotations(self, list chosen, dict regions)
    @cython.locals(found=list, start=Py_ssize_t, end=Py_ssize_t, one=Meaning, text=str)
    cpdef bare(self, list chosen)
    @cython.locals(equivalents=tuple, text=str)
    cdef _annotation(self, Py_ssize_t start, Py_ssize_t end, Meaning meaning,
                     object region)
    @cython.locals(bound=list, program=Program)
    cdef tuple _choose(self, Meaning meaning, Py_ssize_t start, Py_ssize_t end,
                       object region)
    @cython.locals(at=Py_ssize_t, length=Py_ssize_t, number=Py_ssize_t,
                   behind=Py_ssize_t, word=str)
    cdef bint _may_be_longer(self, Meaning meaning, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(code=int)
    cdef int _kind(self, Py_ssize_t at)
