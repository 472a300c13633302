cimport cython

cdef Py_ssize_t _FIRST, _NEAR

cdef class SpanRows:
    cdef public Py_ssize_t count
    cdef public int[::1] starts, ends

    @cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
    cpdef Py_ssize_t first_from(self, Py_ssize_t offset)

@cython.final
cdef class Rows(SpanRows):
    cdef public long long[::1] orders
    cdef public int[::1] flags, numbers, words, behinds, held
    cdef Py_ssize_t size, _last

    cpdef clear(self)
    @cython.locals(at=Py_ssize_t)
    cpdef add(self, Py_ssize_t start, Py_ssize_t end, long long order, int flags,
              int number, Py_ssize_t word, Py_ssize_t behind)
    cdef bint _is_before(self, Py_ssize_t start, Py_ssize_t end, long long order,
                         Py_ssize_t at)
    cdef _move(self, Py_ssize_t at, Py_ssize_t to)
    cdef _grow(self)
    @cython.locals(number=Py_ssize_t, count=Py_ssize_t, limit=Py_ssize_t)
    cpdef Py_ssize_t at(self, Py_ssize_t offset) except? -2
    @cython.locals(count=Py_ssize_t, at=Py_ssize_t)
    cpdef leave_out(self)
    @cython.locals(count=Py_ssize_t, last=Py_ssize_t, at=Py_ssize_t)
    cpdef keep_disjoint(self, int hidden)

@cython.final
cdef class Chosen(SpanRows):
    cdef public int[::1] words, behinds
    cdef public list meanings
    cdef Py_ssize_t size

    cpdef clear(self)
    @cython.locals(at=Py_ssize_t)
    cpdef add(self, Py_ssize_t start, Py_ssize_t end, Py_ssize_t word,
              Py_ssize_t behind, object one)
    cdef _grow(self)
