#include "journal/sqlite/Failure.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace luot::journal::sqlite {

namespace {

std::string sentence(const SQLite::Exception& thrown) {
    switch (thrown.getErrorCode()) {
        case SQLITE_FULL:
            return "the disk is full; free some space, the server goes on by itself";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "another program is writing to the journal; wait for it to end and try again";
        case SQLITE_NOTADB:
            return fmt::format("the journal's file is no journal ({}); put a backup in its place",
                               thrown.what());
        case SQLITE_CORRUPT:
            return fmt::format(
                "the journal is damaged ({}); check it with 'luot-server verify' and restore a backup",
                thrown.what());
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return fmt::format(
                "the journal cannot be written ({}); check the owner and the rights of its folder",
                thrown.what());
        default:
            return fmt::format("the disk does not do what it must ({}, code {}); check it", thrown.what(),
                               thrown.getExtendedErrorCode());
    }
}

}  // namespace

base::Error failure(const SQLite::Exception& thrown) { return {base::Fault::storage, sentence(thrown)}; }

base::Error systemFailure(std::string_view doing) {
    const int number = errno;
    if (number == ENOSPC) return {base::Fault::storage, "the disk is full; free some space"};
    return {base::Fault::storage, fmt::format("cannot {}: {}", doing, std::strerror(number))};
}

bool leavesDoubt(const SQLite::Exception& thrown) {
    switch (thrown.getErrorCode()) {
        case SQLITE_FULL:
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_CONSTRAINT:
            return false;
        default:
            return true;
    }
}

bool saysDamaged(const SQLite::Exception& thrown) {
    return thrown.getErrorCode() == SQLITE_CORRUPT || thrown.getErrorCode() == SQLITE_NOTADB;
}

}  // namespace luot::journal::sqlite
