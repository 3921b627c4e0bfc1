#pragma once

#include <string>
#include <string_view>

#include "protocol/Messages.hpp"
#include "queue/Refusal.hpp"

namespace luot::base {
class Wording;
}

namespace luot::server::api {

/// Turns failures into problem documents (RFC 9457) with a sentence in both languages from the wording file.
class Problems {
public:
    explicit Problems(const base::Wording& wording) : wording_(wording) {}

    protocol::Problem refusal(const queue::Refusal& refusal) const;
    /// `code` as in the wording file's problem.* or refusal.*; `subject` fills its {subject}.
    protocol::Problem problem(int status, std::string_view code, std::string_view subject = {}) const;
    /// 400 with that sentence, in English alone: it names members of the wire.
    protocol::Problem wrongField(std::string sentence) const;
    /// Says before the sentences where in a list the thing stands: `key` is filled with the place.
    void putPlace(protocol::Problem& problem, std::string_view key, const std::string& place) const;

private:
    void fill(protocol::Problem& document, std::string_view key, std::string_view subject,
              std::string_view detail) const;
    std::string inWords(std::string_view language, std::string_view detail) const;

    const base::Wording& wording_;
};

}  // namespace luot::server::api
