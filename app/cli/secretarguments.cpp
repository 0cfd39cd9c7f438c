#include "app/cli/secretarguments.h"

#include <QByteArrayView>

#include <algorithm>

namespace dip::cli {

void hideInArguments(int argc, char **argv, const QString &secret)
{
    const QByteArray value = secret.toLocal8Bit();
    if (value.isEmpty())
        return;
    // "-p VALUE", "-pVALUE" and "--password=VALUE" all end with it.
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument.endsWith(value))
            std::fill_n(argv[i] + argument.size() - value.size(), value.size(), '*');
    }
}

} // namespace dip::cli
