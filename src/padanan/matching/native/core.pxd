from padanan.matching.native.memory cimport Memory
from padanan.matching.native.placing cimport Placing
from padanan.matching.native.reading cimport Page, Room
from padanan.matching.native.rows cimport Chosen, Rows
from padanan.matching.native.spotting cimport Spotter
from padanan.matching.native.wording cimport Original, Wording
from padanan.matching.native.writing cimport Writer, Written
