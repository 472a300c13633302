cimport cython
from padanan.matching.native.beginnings cimport Node, Start
from padanan.matching.native.elements cimport Elements, Group
from padanan.matching.native.known cimport Known
from padanan.matching.native.paths cimport Paths
from padanan.matching.native.reading cimport Page
from padanan.matching.native.rows cimport Rows
from padanan.matching.native.characters cimport kind_at
from padanan.matching.native.vocabulary cimport Vocabulary

cdef int _WORD, _PLAIN, _HYPHEN, _AS_SPACE, _JOINED, _SPACED, _BEGINS
cdef long long _FAR
cdef int _HIDDEN, _FLAGS
cdef int _SINGLE, _STEMS, _UNKEPT, _ABOVE, _ENDS, _MARKED
cdef Py_ssize_t _SIMPLE, _NAMED, _BEHIND, _ROW, _AT_FLAGS, _AT_SIMPLE, _AT_NAMED
cdef unsigned long long _MORE

@cython.final
cdef class Spotter:
    cdef public Page page
    cdef public str text
    cdef public Py_ssize_t length
    cdef public Vocabulary vocabulary
    cdef public object spellings
    cdef public Elements elements
    cdef public Rows candidates, places
    cdef Py_ssize_t begin

    @cython.locals(page=Page, gaps="int[::1]", ids="int[::1]", starts=list,
                   links="unsigned long long[::1]", last=Py_ssize_t,
                   codes="unsigned long long[::1]", number=Py_ssize_t, word=Py_ssize_t,
                   behind="unsigned long long", pattern="unsigned long long")
    cpdef scan(self)
    @cython.locals(page=Page, known=Vocabulary, word=Py_ssize_t, start=Py_ssize_t,
                   end=Py_ssize_t, simple="unsigned long long",
                   named="unsigned long long", found=Known)
    cdef _hit_word(self, int pattern, Py_ssize_t number)
    @cython.locals(start=Py_ssize_t, end=Py_ssize_t, before=int, after=int, number=int,
                   flags=int)
    cdef bint _is_added(self, unsigned long long simple, unsigned long long named,
                        Py_ssize_t first, Py_ssize_t last)
    @cython.locals(page=Page, end=Py_ssize_t, node=Node, pattern=int,
                   length=Py_ssize_t, found=Known)
    cdef _follow(self, Py_ssize_t first, Start beginning)
    @cython.locals(page=Page, known="unsigned long long[::1]", paths=Paths,
                   codes="unsigned long long", path=Py_ssize_t, at=Py_ssize_t,
                   word=Py_ssize_t, step="unsigned long long", row=Py_ssize_t, flags=int)
    cdef _follow_path(self, Py_ssize_t first)
    @cython.locals(beginning=Start)
    cdef Node _root(self, Py_ssize_t first)
    @cython.locals(paths=Paths, row=Py_ssize_t, simple="unsigned long long",
                   named="unsigned long long", start=Py_ssize_t, end=Py_ssize_t,
                   found=Known, node=Node)
    cdef _hit_path(self, Py_ssize_t number, Py_ssize_t first, Py_ssize_t last)
    @cython.locals(page=Page, known=Vocabulary, word=Py_ssize_t, behind=Node,
                   end=Py_ssize_t, found=Known)
    cdef _follow_node(self, Node node, Py_ssize_t first, Py_ssize_t at)
    @cython.locals(page=Page, known=Vocabulary, behind=Node, tail=Py_ssize_t,
                   end=Py_ssize_t, found=Known)
    cdef _hit_stems(self, Node node, Py_ssize_t word, Py_ssize_t first, Py_ssize_t at)
    @cython.locals(end=Py_ssize_t, last=Py_ssize_t, tail=Py_ssize_t, pattern=int,
                   found=Known)
    cdef _follow_marked(self, Node node, Py_ssize_t first, Py_ssize_t at)
    @cython.locals(tail=Py_ssize_t)
    cdef Py_ssize_t _clitic_end(self, Py_ssize_t last, Py_ssize_t end)
    cdef _name(self, Known found, Py_ssize_t first, Py_ssize_t last, Py_ssize_t end)
    @cython.locals(spelling=str, known=dict, found=Known)
    cdef Known _judged(self, int pattern, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(group=Group, settled=Group)
    cdef Known _known(self, int pattern, str spelling)
    @cython.locals(start=Py_ssize_t, group=int, place=int, before=int, after=int,
                   flags=int)
    cdef _hit(self, Known found, Py_ssize_t first, Py_ssize_t last, Py_ssize_t end,
              Py_ssize_t tail)
    @cython.locals(number=int, group=Group, start=Py_ssize_t, origin=Py_ssize_t,
                   order="long long", word=Py_ssize_t, behind=Py_ssize_t)
    cdef _beside_a_mark(self, Known found, Py_ssize_t first, Py_ssize_t last,
                        Py_ssize_t end, Py_ssize_t tail)
    @cython.locals(start=Py_ssize_t)
    cdef bint _is_glued(self, Py_ssize_t first, Py_ssize_t end)
    cdef bint _is_wide(self, Py_ssize_t at)
    cdef bint _is_hyphen(self, Py_ssize_t at)
    @cython.locals(page=Page, behind=Py_ssize_t)
    cdef bint _is_first_half(self, Py_ssize_t first, Py_ssize_t last, Py_ssize_t end)
    @cython.locals(page=Page, behind=Py_ssize_t)
    cdef Py_ssize_t _hyphened_clitic(self, Py_ssize_t end)
    @cython.locals(page=Page, before=Py_ssize_t, found=Group)
    cdef Group _with_what_precedes(self, Py_ssize_t first, Py_ssize_t start,
                                   Py_ssize_t end, Group group)
    @cython.locals(before=str, word=str)
    cdef str _prefix(self, Py_ssize_t start)

@cython.locals(length=Py_ssize_t, code=int)
cpdef Py_ssize_t _marked_end(str text, Py_ssize_t at, str rest)
