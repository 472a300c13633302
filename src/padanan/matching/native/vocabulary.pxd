cimport cython

cdef unsigned long long[::1] _BITS
cdef unsigned long long _MIX, _LOW, _SLOT, _MARKS, _HALF
cdef int _TAIL, _WORD, _STARTED, _LONG, _BITS_OF_WORD

@cython.final
cdef class Vocabulary:
    cdef public dict ids
    cdef public Py_ssize_t count
    cdef public int[::1] flags
    cdef public unsigned long long[::1] codes, links, slots, marks
    cdef public int[::1] at
    cdef public unsigned char[::1] letters
    cdef public Py_ssize_t used
    cdef public list lower, stems, starts, spelt
    cdef public object _beginnings, _lock
    cdef public dict _spelt, _stemmed, _grouped, _lists, _known, _exact, _begun
    cdef public list _of_list
    cdef public dict _marked
    cdef public Py_ssize_t _records
    cdef public dict parts
    cdef public tuple _lengths

    @cython.locals(number=Py_ssize_t, flags=int, lower=str, bare=tuple, one=object)
    cpdef object _learnt(self, str word)
    @cython.locals(slots="unsigned long long[::1]", at=Py_ssize_t,
                   key="unsigned long long", tail="unsigned long long",
                   value="unsigned long long")
    cpdef object _grow(self)
    @cython.locals(letter=Py_UCS4, value="unsigned long long")
    cpdef object _keep(self, str word, Py_ssize_t number)
    @cython.locals(at=Py_ssize_t, letters="unsigned char[::1]")
    cdef bint is_at(self, Py_ssize_t number, const unsigned char *codes,
                    Py_ssize_t begin, Py_ssize_t end)
    @cython.locals(found=list, length=Py_ssize_t)
    cpdef list _lists_with(self, str word, str lower, tuple bare)
    @cython.locals(number=Py_ssize_t, members=set, word=str, numbers=dict)
    cdef Py_ssize_t _listed(self, object key, object wanted)
    @cython.locals(lower=str)
    cdef _begin(self, Py_ssize_t number, set members, tuple beginnings)
    @cython.locals(spread="unsigned long long")
    cpdef object _set_marks(self, Py_ssize_t number, Py_ssize_t place)
    @cython.locals(mark=Py_ssize_t)
    cdef _set_mark(self, unsigned long long half, Py_ssize_t place)
    @cython.locals(spread="unsigned long long", mark=Py_ssize_t)
    cdef bint is_marked(self, Py_ssize_t number, Py_ssize_t place)
    cpdef set members(self, Py_ssize_t one)

cpdef unsigned long long code_of(str word)
cpdef unsigned long long mixed(unsigned long long key)
@cython.locals(key="unsigned long long", part="unsigned long long", shift=int,
               letter=Py_UCS4)
cpdef tuple key_of(str word)
@cython.locals(last=Py_ssize_t, at=Py_ssize_t)
cdef _put_into(unsigned long long[::1] slots, unsigned long long key,
               unsigned long long tail, unsigned long long value)
cpdef Py_ssize_t first_slot(unsigned long long key, Py_ssize_t last)
@cython.locals(found=tuple)
cdef _add(dict numbers, str word, Py_ssize_t number)
@cython.locals(found=list)
cdef _put(dict numbers, str word, Py_ssize_t number)
