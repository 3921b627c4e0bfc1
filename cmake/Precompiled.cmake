# Headers that are compiled once and shared by all targets: reading them is a third of every file's compile time.
function(luot_precompile name header)
    add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/cmake/pch/pch.cpp)
    target_link_libraries(${name} PUBLIC luot_options Boost::headers tl::expected fmt::fmt spdlog::spdlog ${ARGN})
    target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch/${header})
endfunction()

luot_precompile(luot_pch_common common.hpp)
luot_precompile(luot_pch_asio asio.hpp)
if(LUOT_TESTS)
    find_package(GTest CONFIG REQUIRED)
    luot_precompile(luot_pch_tests tests.hpp GTest::gmock)
endif()
