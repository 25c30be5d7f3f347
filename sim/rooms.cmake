# A room is one folder, one target, one namespace. Its headers are reached as "room/header.h", and only by
# targets that name the room in USES: each room is exposed through a folder of its own that holds a single
# link to it. A decision therefore cannot even include the hidden truth (tests/architecture proves it).
#
#   lscb_room(door SOURCES screening.cpp USES base record)
# Several sources are compiled as one (a unity build, in all presets but clang and lint: most of the time goes into
# headers). Those named after ALONE are not: they give things of their own the names that another source of the room
# gives to its own.
function(lscb_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;ALONE;USES;LIBRARIES" ${ARGN})
  set(shelf ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${shelf})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${shelf}/${name} SYMBOLIC)
  set(visibility PUBLIC)
  if(ROOM_ALONE)
    set_source_files_properties(${ROOM_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  if(ROOM_SOURCES)
    add_library(lscb_${name} STATIC ${ROOM_SOURCES})
  else()
    add_library(lscb_${name} INTERFACE)
    set(visibility INTERFACE)
  endif()
  add_library(lscb::${name} ALIAS lscb_${name})
  target_include_directories(lscb_${name} ${visibility} ${shelf})
  list(TRANSFORM ROOM_USES PREPEND lscb::)
  target_link_libraries(lscb_${name} ${visibility} ${ROOM_USES} ${ROOM_LIBRARIES})
endfunction()
