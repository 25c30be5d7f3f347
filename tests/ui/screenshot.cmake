# Draws a comparison without a display and looks at what was written: a PNG of the size asked for, with more on it
# than one colour.
file(REMOVE ${FILE})
set(ENV{DISPLAY} "")
set(ENV{WAYLAND_DISPLAY} "")
execute_process(COMMAND ${PROGRAM} --screenshot compare ${FILE} --replications 2 --size 800x640
                RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
if(NOT code STREQUAL 0 OR NOT out STREQUAL "")
  message(FATAL_ERROR "exit code ${code}, expected 0 and no output\n${out}\n${err}")
endif()
file(READ ${FILE} head LIMIT 24 HEX)
set(expected 89504e470d0a1a0a0000000d494844520000032000000280)  # signature, IHDR, 800 x 640
if(NOT head STREQUAL expected)
  message(FATAL_ERROR "the file begins ${head}, expected ${expected}")
endif()
# The heading's ground, the paper, the ink and the change's hue.
file(READ ${FILE} bytes HEX)
foreach(colour ffecb3 ffffff 181c21 a23e00)
  if(NOT bytes MATCHES "${colour}${colour}")
    message(FATAL_ERROR "no two pixels of the colour ${colour} beside each other")
  endif()
endforeach()
