#pragma once

#include <QCoreApplication>

#include "ui/errortext.h"

namespace dip::ui {

/// The sentences behind explain(): those about registries and the way to them, and those about what lies
/// here. Only for errortext.cpp.
struct ErrorSentences
{
    Q_DECLARE_TR_FUNCTIONS(Errors)

public:
    static ErrorText account(const Error &error, const ErrorPlace &place);
    static ErrorText line(const Error &error);
    static ErrorText server(const Error &error, const ErrorPlace &place);
    static ErrorText pause(qint64 done, qint64 total, qint64 seconds, const QString &why);
    static QString forAdmin(const Error &error);

    static ErrorText content(const Error &error);
    static ErrorText archive(const Error &error);
    static ErrorText disk(const Error &error);

    /// Whether a session of an upload is what the registry does not know.
    static bool isUploadForgotten(const Error &error);

private:
    static ErrorText denied(const Error &error, const ErrorPlace &place);
    static QString untrusted(const Error &error);
    static ErrorText refusal(const Error &error);
    static ErrorText forgotten(const Error &error);
    static ErrorText absent(const Error &error, const ErrorPlace &place);
    static ErrorText storage(const Error &error);
    static ErrorText cachedBlob(const Error &error);
    static QString truncated(const Error &error);
};

} // namespace dip::ui
