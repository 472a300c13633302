cimport cython
from padanan.matching.native.programs cimport Program, Wants
from padanan.matching.native.vocabulary cimport Vocabulary

@cython.final
cdef class Meaning:
    cdef public object sense, concept, term
    cdef public str id, domain, text, usual_order
    cdef public tuple equivalents, parts
    cdef public bint nominal, office, title, only_part, conditional
    cdef public bint needs_neighbours, mission, portfolio, shown
    cdef public tuple offers, orders
    cdef public Program program, offered
    cdef public object codes

@cython.final
cdef class Memory:
    cdef public object beginnings, elements
    cdef public Vocabulary vocabulary
    cdef public Wants wants
    cdef list _rooms
    cdef dict _programs, _meanings, _several, _phrases

    @cython.locals(found=tuple)
    cpdef Program program(self, object conditions)
    @cython.locals(found=tuple)
    cpdef Program program_for(self, str condition)
    @cython.locals(found=Meaning)
    cpdef Meaning meaning(self, object sense)
    @cython.locals(found=tuple)
    cpdef tuple meanings(self, tuple senses)
    @cython.locals(key=tuple)
    cpdef with_country(self, str english, object countries, object code, str order)
