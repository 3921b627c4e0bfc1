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

private:
    void fill(protocol::Problem& document, std::string_view key, std::string_view subject,
              std::string_view detail) const;

    const base::Wording& wording_;
};

}  // namespace luot::server::api
