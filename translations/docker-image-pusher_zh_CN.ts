<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Check</name>
    <message>
        <source>Find the host</source>
        <translation>查找主机</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Registry answers at /v2/</source>
        <translation>镜像仓库响应 /v2/</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
</context>
<context>
    <name>Clean</name>
    <message numerus="yes">
        <source>%n file(s) (%1)</source>
        <translation>
            <numerusform>%n 个文件（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) stay, because a running transfer needs them.</source>
        <translation>
            <numerusform>%n 个 blob 正被传输任务使用，予以保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>To be removed: %1.</source>
        <translation>将删除：%1。</translation>
    </message>
    <message numerus="yes">
        <source>To be removed: %n image(s) with %1:</source>
        <translation>
            <numerusform>将删除 %n 个镜像，共 %1：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Freed %1: %n file(s) removed.</source>
        <translation>
            <numerusform>已释放 %1：删除了 %n 个文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Freed %1: %n image(s) removed.</source>
        <translation>
            <numerusform>已释放 %1：删除了 %n 个镜像。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on? [y/N] </source>
        <translation>继续吗？[y/N] </translation>
    </message>
    <message>
        <source>There is nothing to clean.</source>
        <translation>没有需要清理的内容。</translation>
    </message>
    <message>
        <source>Images are not removed without asking, and nobody is here to be asked.</source>
        <translation>删除镜像前需要确认，但当前无法询问用户。</translation>
    </message>
    <message>
        <source>Add --yes if they are to go, or --dry-run to see what would go.</source>
        <translation>确定要删除请加 --yes；只想查看请加 --dry-run。</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>未删除任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because they are pinned.</source>
        <translation>
            <numerusform>%n 个镜像已固定，予以保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>That is %1 less than wanted; nothing else may go.</source>
        <translation>比要求的少 %1；没有其他可以清理的内容。</translation>
    </message>
    <message>
        <source>The image %1 is pinned.</source>
        <translation>镜像 %1 已固定。</translation>
    </message>
    <message>
        <source>Run `docker-image-pusher unpin %1` first.</source>
        <translation>请先运行 `docker-image-pusher unpin %1`。</translation>
    </message>
    <message numerus="yes">
        <source>To be moved to the trash: %n image(s):</source>
        <translation>
            <numerusform>将移入回收站的镜像（%n 个）：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) moved to the trash; the space is given back when it is emptied.</source>
        <translation>
            <numerusform>%n 个镜像已移入回收站；清空回收站时才会释放空间。</numerusform>
        </translation>
    </message>
    <message>
        <source>`docker-image-pusher trash restore` undoes that.</source>
        <translation>`docker-image-pusher trash restore` 可以撤销此操作。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>See `docker-image-pusher help`.</source>
        <translation>请参阅 `docker-image-pusher help`。</translation>
    </message>
    <message>
        <source>See `docker-image-pusher help %1`.</source>
        <translation>请参阅 `docker-image-pusher help %1`。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>没有选项 %1。</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>“%1”是多余的参数。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>Is %1 meant?</source>
        <translation>您是否想用 %1？</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 需要一个值。</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>缺少命令。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>不在本地</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s), %1</source>
        <translation>
            <numerusform>%n 层，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Pushed to</source>
        <translation>已推送到</translation>
    </message>
    <message>
        <source>%1/%2, %3</source>
        <comment>registry, image, date</comment>
        <translation>%1/%2，%3</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>the registry does not have it</source>
        <translation>镜像仓库中不存在</translation>
    </message>
    <message>
        <source>the registry asks for a username and password</source>
        <translation>镜像仓库要求用户名和密码</translation>
    </message>
    <message>
        <source>the username or password was refused</source>
        <translation>用户名或密码被拒绝</translation>
    </message>
    <message>
        <source>this account is not allowed to do that, or the project does not exist</source>
        <translation>此账号无权执行该操作，或项目不存在</translation>
    </message>
    <message>
        <source>the registry takes no more requests for now</source>
        <translation>镜像仓库暂时不再接受请求（限流）</translation>
    </message>
    <message>
        <source>the registry, or a proxy before it, takes no upload of this size</source>
        <translation>镜像仓库或其前面的代理不接受这么大的上传</translation>
    </message>
    <message>
        <source>the registry could not answer the request</source>
        <translation>镜像仓库未能完成请求</translation>
    </message>
    <message>
        <source>the answer is not what a registry may say</source>
        <translation>响应不符合镜像仓库协议</translation>
    </message>
    <message>
        <source>the storage behind the registry is full or broken</source>
        <translation>镜像仓库的后端存储已满或发生故障</translation>
    </message>
    <message>
        <source>no host of this name was found</source>
        <translation>找不到该主机名</translation>
    </message>
    <message>
        <source>no connection could be made</source>
        <translation>无法建立连接</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>等待响应超时</translation>
    </message>
    <message>
        <source>the certificate is not trusted here</source>
        <translation>证书不受本机信任</translation>
    </message>
    <message>
        <source>no encrypted connection (TLS) could be made</source>
        <translation>无法建立加密连接（TLS）</translation>
    </message>
    <message>
        <source>the proxy did not let the connection through</source>
        <translation>代理未放行该连接</translation>
    </message>
    <message>
        <source>the content does not have the digest that it should have</source>
        <translation>内容与应有的摘要不符</translation>
    </message>
    <message>
        <source>the content does not have the size that it should have</source>
        <translation>内容与应有的大小不符</translation>
    </message>
    <message>
        <source>an unpacked layer is not what the image&apos;s config promises</source>
        <translation>解压后的层与镜像配置中的记录不符</translation>
    </message>
    <message>
        <source>the manifest is not valid</source>
        <translation>清单无效</translation>
    </message>
    <message>
        <source>the manifest is larger than the 4 MiB that are allowed</source>
        <translation>清单超过允许的 4 MiB</translation>
    </message>
    <message>
        <source>the archive ends too early</source>
        <translation>归档文件不完整，提前结束</translation>
    </message>
    <message>
        <source>this is not an image archive</source>
        <translation>这不是镜像归档文件</translation>
    </message>
    <message>
        <source>the archive was turned into UTF-16 text</source>
        <translation>归档文件已被转换成 UTF-16 文本</translation>
    </message>
    <message>
        <source>the archive holds names or links that lead outside it or in circles</source>
        <translation>归档中含有指向外部或循环的文件名或链接</translation>
    </message>
    <message>
        <source>the archive lacks a part of the image</source>
        <translation>归档中缺少镜像的一部分</translation>
    </message>
    <message>
        <source>the archive is damaged</source>
        <translation>归档文件已损坏</translation>
    </message>
    <message>
        <source>the cache is damaged here</source>
        <translation>缓存的这一部分已损坏</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>this value is not valid</source>
        <translation>该值无效</translation>
    </message>
    <message>
        <source>the cache does not have it</source>
        <translation>缓存中不存在</translation>
    </message>
    <message>
        <source>the file is not there or cannot be read</source>
        <translation>文件不存在或无法读取</translation>
    </message>
    <message>
        <source>the local disk is full</source>
        <translation>本地磁盘已满</translation>
    </message>
    <message>
        <source>the local disk cannot be written or read</source>
        <translation>本地磁盘无法读写</translation>
    </message>
    <message>
        <source>this is not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>something went wrong inside this program</source>
        <translation>程序内部出错</translation>
    </message>
    <message>
        <source>Check repository and tag; `docker-image-pusher tags REPOSITORY` lists the tags.</source>
        <translation>请检查仓库和标签；`docker-image-pusher tags REPOSITORY` 可列出标签。</translation>
    </message>
    <message>
        <source>Give --username and --password-stdin, or sign in with docker login.</source>
        <translation>请提供 --username 和 --password-stdin，或先用 docker login 登录。</translation>
    </message>
    <message>
        <source>Check the account; some registries want an access token in place of the password.</source>
        <translation>请检查账号；有些镜像仓库要求用访问令牌代替密码。</translation>
    </message>
    <message>
        <source>Check the project&apos;s name, and ask the registry&apos;s administrator for the right to it.</source>
        <translation>请检查项目名称，并向镜像仓库管理员申请权限。</translation>
    </message>
    <message>
        <source>Wait a while, use a lower --max-concurrent, or sign in.</source>
        <translation>请稍后再试，减小 --max-concurrent，或登录后再试。</translation>
    </message>
    <message>
        <source>Run the command again, it then sends smaller pieces; or ask the administrator to raise the limit (nginx: client_max_body_size).</source>
        <translation>请再次运行该命令，届时会分成更小的块发送；或请管理员提高限制（nginx：client_max_body_size）。</translation>
    </message>
    <message>
        <source>Try again later; if it stays, show these words to the registry&apos;s administrator.</source>
        <translation>请稍后再试；若仍失败，请将此信息提供给镜像仓库管理员。</translation>
    </message>
    <message>
        <source>Check that the address is that of a registry and not of its web page or of a login portal.</source>
        <translation>请确认该地址是镜像仓库，而不是其网页或登录门户。</translation>
    </message>
    <message>
        <source>Ask the registry&apos;s administrator for free space or a larger quota; then run the command again, what was sent is not sent again.</source>
        <translation>请让镜像仓库管理员释放空间或提高配额，然后再次运行该命令；已发送的内容不会重发。</translation>
    </message>
    <message>
        <source>Check the spelling of --registry and this machine&apos;s name resolution (DNS).</source>
        <translation>请检查 --registry 的拼写以及本机的域名解析（DNS）。</translation>
    </message>
    <message>
        <source>Check address and port, and whether a firewall or proxy is in between.</source>
        <translation>请检查地址和端口，以及中间是否有防火墙或代理。</translation>
    </message>
    <message>
        <source>Run the command again: it continues where it stopped.</source>
        <translation>请再次运行该命令，将从中断处继续。</translation>
    </message>
    <message>
        <source>Run the command again: it continues where it stopped; --idle-timeout sets how long to wait.</source>
        <translation>请再次运行该命令，将从中断处继续；--idle-timeout 可设置等待时间。</translation>
    </message>
    <message>
        <source>Put the registry&apos;s CA certificate into /etc/docker/certs.d/HOST/ca.crt, or use --skip-tls if you trust the network.</source>
        <translation>请将镜像仓库的 CA 证书放到 /etc/docker/certs.d/HOST/ca.crt；若网络可信，也可使用 --skip-tls。</translation>
    </message>
    <message>
        <source>If the registry speaks plain HTTP, write --registry http://HOST.</source>
        <translation>如果镜像仓库使用明文 HTTP，请写 --registry http://HOST。</translation>
    </message>
    <message>
        <source>Check HTTPS_PROXY and NO_PROXY.</source>
        <translation>请检查 HTTPS_PROXY 和 NO_PROXY。</translation>
    </message>
    <message>
        <source>It was damaged on the way or on the disk: fetch it once more from its source.</source>
        <translation>内容在传输途中或磁盘上受损，请从来源重新获取。</translation>
    </message>
    <message>
        <source>The archive was altered or damaged: save the image once more.</source>
        <translation>归档文件被改动或已损坏，请重新保存镜像。</translation>
    </message>
    <message>
        <source>This may be no container image; build or save it once more.</source>
        <translation>这可能不是容器镜像；请重新构建或保存。</translation>
    </message>
    <message>
        <source>Copy the file once more and compare the sizes.</source>
        <translation>请重新复制该文件并核对大小。</translation>
    </message>
    <message>
        <source>Make it with `docker save -o FILE IMAGE`, or as an OCI archive.</source>
        <translation>请用 `docker save -o FILE IMAGE` 生成，或使用 OCI 归档。</translation>
    </message>
    <message>
        <source>PowerShell&apos;s &gt; does that; use `docker save -o FILE IMAGE`.</source>
        <translation>这是 PowerShell 的 &gt; 造成的；请改用 `docker save -o FILE IMAGE`。</translation>
    </message>
    <message>
        <source>Do not use this file unless you know where it comes from.</source>
        <translation>除非清楚来源，否则请勿使用此文件。</translation>
    </message>
    <message>
        <source>Save the image once more with all its layers.</source>
        <translation>请重新保存镜像，并包含其全部层。</translation>
    </message>
    <message>
        <source>Copy the file or save the image once more.</source>
        <translation>请重新复制文件或重新保存镜像。</translation>
    </message>
    <message>
        <source>Pull or extract the image once more: that mends the cache.</source>
        <translation>请重新拉取或提取该镜像，即可修复缓存。</translation>
    </message>
    <message>
        <source>See `docker-image-pusher help` for what is meant.</source>
        <translation>有关用法请参阅 `docker-image-pusher help`。</translation>
    </message>
    <message>
        <source>`docker-image-pusher list` shows what is there.</source>
        <translation>`docker-image-pusher list` 可显示缓存中的镜像。</translation>
    </message>
    <message>
        <source>Check the path and the permissions.</source>
        <translation>请检查路径和权限。</translation>
    </message>
    <message>
        <source>Make room, run `docker-image-pusher clean`, or choose another --cache-dir.</source>
        <translation>请腾出空间，运行 `docker-image-pusher clean`，或另选 --cache-dir。</translation>
    </message>
    <message>
        <source>Check the permissions and the disk, or choose another --cache-dir.</source>
        <translation>请检查权限和磁盘，或另选 --cache-dir。</translation>
    </message>
    <message>
        <source>Only current image formats with SHA-256 digests are supported; save the image with a newer tool.</source>
        <translation>仅支持使用 SHA-256 摘要的现行镜像格式；请用较新的工具保存镜像。</translation>
    </message>
    <message>
        <source>Run it again with -vv --log-file FILE and report the file.</source>
        <translation>请加上 -vv --log-file FILE 再次运行，并反馈该日志文件。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place and what failed there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what failed, and the server&apos;s words</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Choose another place; folders are never replaced.</source>
        <translation>请选择其他位置；文件夹不会被覆盖。</translation>
    </message>
    <message>
        <source>Choose another name, or add --force to replace it.</source>
        <translation>请选择其他名称，或加上 --force 覆盖它。</translation>
    </message>
</context>
<context>
    <name>Gui</name>
    <message>
        <source>The window&apos;s program %1 is not installed.</source>
        <translation>没有安装窗口程序 %1。</translation>
    </message>
    <message>
        <source>It belongs into the folder of docker-image-pusher, or on PATH.</source>
        <translation>请将其放到 docker-image-pusher 所在的文件夹或 PATH 中。</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>无法启动 %1。</translation>
    </message>
    <message>
        <source>Start it by hand to see why.</source>
        <translation>请手动启动以查看原因。</translation>
    </message>
    <message>
        <source>The window is opening.</source>
        <translation>正在打开窗口。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Options everywhere</source>
        <translation>通用选项</translation>
    </message>
    <message>
        <source>Show help and end</source>
        <translation>显示帮助并退出</translation>
    </message>
    <message>
        <source>Show the version and end</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>Tell more; twice: everything</source>
        <translation>显示更多信息；重复两次显示全部</translation>
    </message>
    <message>
        <source>Tell errors only</source>
        <translation>只显示错误</translation>
    </message>
    <message>
        <source>The result as one JSON object on standard output</source>
        <translation>在标准输出上以一个 JSON 对象给出结果</translation>
    </message>
    <message>
        <source>How to show progress: auto, bar, plain, json or none (default: auto)</source>
        <translation>进度显示方式：auto、bar、plain、json 或 none（默认：auto）</translation>
    </message>
    <message>
        <source>Append the log to this file</source>
        <translation>将日志追加到此文件</translation>
    </message>
    <message>
        <source>Format of the log: text or json (default: text)</source>
        <translation>日志格式：text 或 json（默认：text）</translation>
    </message>
    <message>
        <source>Language: en or zh_CN (default: that of the system)</source>
        <translation>语言：en 或 zh_CN（默认：系统语言）</translation>
    </message>
    <message>
        <source>Cache folder (default: .cache)</source>
        <translation>缓存目录（默认：.cache）</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>Address of the registry (default: https://registry-1.docker.io)</source>
        <translation>镜像仓库地址（默认：https://registry-1.docker.io）</translation>
    </message>
    <message>
        <source>Username at the registry</source>
        <translation>镜像仓库用户名</translation>
    </message>
    <message>
        <source>Password at the registry; --password-stdin is safer</source>
        <translation>镜像仓库密码；使用 --password-stdin 更安全</translation>
    </message>
    <message>
        <source>Read the password from standard input</source>
        <translation>从标准输入读取密码</translation>
    </message>
    <message>
        <source>Do not verify the TLS certificate</source>
        <translation>跳过 TLS 证书验证</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>How often to try a blob again after a failure (default: 3)</source>
        <translation>每个 blob 失败后的重试次数（默认：3）</translation>
    </message>
    <message>
        <source>Blobs to move at the same time (default: 1)</source>
        <translation>同时传输的 blob 数（默认：1）</translation>
    </message>
    <message>
        <source>Bytes a second at most, for example 20M</source>
        <translation>最高速率，每秒字节数，例如 20M</translation>
    </message>
    <message>
        <source>Give up a connection on which nothing moved for so long (default: 60)</source>
        <translation>连接空闲超过该秒数即放弃（默认：60）</translation>
    </message>
    <message>
        <source>How long the registry may take to put an upload away (default: 600)</source>
        <translation>等待镜像仓库保存上传内容的秒数（默认：600）</translation>
    </message>
    <message>
        <source>Pull an image from a registry into the cache</source>
        <translation>从镜像仓库拉取镜像并缓存</translation>
    </message>
    <message>
        <source>Repository and tag in one word, in place of -r and -t (for example library/ubuntu:22.04)</source>
        <translation>仓库和标签合写，代替 -r 和 -t（例如 library/ubuntu:22.04）</translation>
    </message>
    <message>
        <source>Name of the repository (for example library/ubuntu)</source>
        <translation>仓库名称（例如 library/ubuntu）</translation>
    </message>
    <message>
        <source>Tag or digest (for example latest or sha256:…)</source>
        <translation>标签或摘要（例如 latest 或 sha256:…）</translation>
    </message>
    <message>
        <source>Name for the image in the cache (default: as in the registry)</source>
        <translation>镜像在缓存中的名称（默认：与镜像仓库相同）</translation>
    </message>
    <message>
        <source>Platform to pull, os/arch or os/arch/variant; repeatable (default: Linux on this machine&apos;s processor)</source>
        <translation>要拉取的平台，os/arch 或 os/arch/variant，可重复（默认：本机处理器的 Linux）</translation>
    </message>
    <message>
        <source>Pull the whole index with all platforms</source>
        <translation>拉取包含所有平台的完整索引</translation>
    </message>
    <message>
        <source>Extract images from archives into the cache</source>
        <translation>从归档文件提取镜像并缓存</translation>
    </message>
    <message>
        <source>Image archive: tar, also compressed, zip, or an OCI folder; several are possible</source>
        <translation>镜像归档：tar（可压缩）、zip 或 OCI 目录；可指定多个</translation>
    </message>
    <message>
        <source>Name for an untagged or single image</source>
        <translation>为无名称或唯一的镜像指定仓库名称</translation>
    </message>
    <message>
        <source>Tag for an untagged or single image</source>
        <translation>为无名称或唯一的镜像指定标签</translation>
    </message>
    <message>
        <source>Only this image of the archive, by its name there or as #1, #2 …; repeatable</source>
        <translation>只取归档中的此镜像，用其中的名称或 #1、#2 … 指定，可重复</translation>
    </message>
    <message>
        <source>Only show what is inside</source>
        <translation>只显示归档内容</translation>
    </message>
    <message>
        <source>Push an image from the cache or an archive to a registry</source>
        <translation>将缓存或归档中的镜像推送到镜像仓库</translation>
    </message>
    <message>
        <source>Image in the cache (repository:tag or repository@digest), or the path of an archive</source>
        <translation>缓存中的镜像（repository:tag 或 repository@digest），或归档文件路径</translation>
    </message>
    <message>
        <source>Name of the target repository (default: the image&apos;s own)</source>
        <translation>目标仓库名称（默认：镜像自身的名称）</translation>
    </message>
    <message>
        <source>Target tag (default: the image&apos;s own)</source>
        <translation>目标标签（默认：镜像自身的标签）</translation>
    </message>
    <message>
        <source>Put this project before the images&apos; own names</source>
        <translation>在镜像自身的名称前加上此项目</translation>
    </message>
    <message>
        <source>Only say what would be sent</source>
        <translation>只显示将要发送的内容</translation>
    </message>
    <message>
        <source>Skip blobs that the registry has (this is the default)</source>
        <translation>跳过镜像仓库中已存在的 blob（默认行为）</translation>
    </message>
    <message>
        <source>Send every blob, also where the registry has it</source>
        <translation>强制上传，即使 blob 已存在</translation>
    </message>
    <message>
        <source>List the images in the cache</source>
        <translation>列出缓存中的镜像</translation>
    </message>
    <message>
        <source>Remove every image</source>
        <translation>删除所有镜像</translation>
    </message>
    <message>
        <source>Remove this image; repeatable</source>
        <translation>删除此镜像，可重复</translation>
    </message>
    <message>
        <source>Remove images not used for so long: 12h, 30d, 2w</source>
        <translation>删除超过该时间未使用的镜像：12h、30d、2w</translation>
    </message>
    <message>
        <source>Only say what would be removed</source>
        <translation>只显示将要删除的内容</translation>
    </message>
    <message>
        <source>Do not ask</source>
        <translation>不询问</translation>
    </message>
    <message>
        <source>List the tags of a repository</source>
        <translation>列出仓库的标签</translation>
    </message>
    <message>
        <source>Name of the repository</source>
        <translation>仓库名称</translation>
    </message>
    <message>
        <source>Check step by step whether a registry can be reached</source>
        <translation>逐步检查能否访问镜像仓库</translation>
    </message>
    <message>
        <source>Show what is known of a cached image or an archive</source>
        <translation>显示缓存镜像或归档文件的详细信息</translation>
    </message>
    <message>
        <source>Image in the cache, or the path of an archive</source>
        <translation>缓存中的镜像，或归档文件路径</translation>
    </message>
    <message>
        <source>Show help</source>
        <translation>显示帮助信息</translation>
    </message>
    <message>
        <source>The command to explain</source>
        <translation>要说明的命令</translation>
    </message>
    <message>
        <source>Moves container images between archives, a local cache and registries, without a Docker daemon.</source>
        <translation>在归档文件、本地缓存和镜像仓库之间搬运容器镜像，无需 Docker 守护进程。</translation>
    </message>
    <message>
        <source>Image in the cache; several are possible</source>
        <translation>缓存中的镜像；可以给出多个</translation>
    </message>
    <message>
        <source>Keep images from being cleaned</source>
        <translation>固定镜像，使其不被清理</translation>
    </message>
    <message>
        <source>Let cleaning take images again</source>
        <translation>取消固定，允许清理镜像</translation>
    </message>
    <message>
        <source>What each image takes, what it shares, and what its removal would free</source>
        <translation>显示每个镜像占用多少、与其他镜像共享多少、删除后可释放多少</translation>
    </message>
    <message>
        <source>Clean the cache; without options: what no image refers to, and unfinished files</source>
        <translation>清理缓存；不带选项时清理没有镜像引用的内容和未完成的文件</translation>
    </message>
    <message>
        <source>Remove images that have only a digest for a name</source>
        <translation>删除只有摘要、没有标签的镜像</translation>
    </message>
    <message>
        <source>Remove images that were pushed as they are to a registry</source>
        <translation>删除已原样推送到镜像仓库的镜像</translation>
    </message>
    <message>
        <source>Remove only images that meet all of these conditions (default: any of them)</source>
        <translation>只删除同时满足以上全部条件的镜像（默认满足任一条件即可）</translation>
    </message>
    <message>
        <source>Remove what no image refers to</source>
        <translation>删除没有镜像引用的内容</translation>
    </message>
    <message>
        <source>Remove unfinished downloads and notes of unfinished uploads</source>
        <translation>删除未完成的下载和未完成上传的记录</translation>
    </message>
    <message>
        <source>Read all blobs again and compare them with their digests</source>
        <translation>重新读取所有 blob 并与摘要比对</translation>
    </message>
    <message>
        <source>Only this image; several are possible</source>
        <translation>只处理此镜像；可以给出多个</translation>
    </message>
    <message>
        <source>Remove what is damaged, fetch it again from where it came, and rebuild the index</source>
        <translation>删除损坏的内容，从其来源重新获取，并重建索引</translation>
    </message>
    <message>
        <source>Blobs to read at the same time (default: one for each processor)</source>
        <translation>同时读取的 blob 数（默认每个处理器一个）</translation>
    </message>
    <message>
        <source>Write cached images into an archive or folder</source>
        <translation>将缓存中的镜像导出到归档或文件夹</translation>
    </message>
    <message>
        <source>File to write, or folder with --format oci</source>
        <translation>要写入的文件；使用 --format oci 时为文件夹</translation>
    </message>
    <message>
        <source>docker-archive, which docker load takes, oci-archive, or oci, a folder (default: docker-archive)</source>
        <translation>docker-archive（可由 docker load 读取）、oci-archive 或 oci（文件夹）（默认：docker-archive）</translation>
    </message>
    <message>
        <source>Of an image with several platforms the one for a docker-archive (default: Linux on this machine&apos;s processor)</source>
        <translation>多平台镜像导出为 docker-archive 时所取的平台（默认：本机处理器的 Linux）</translation>
    </message>
    <message>
        <source>Every image of the cache</source>
        <translation>缓存中的所有镜像</translation>
    </message>
    <message>
        <source>Replace a file that is there</source>
        <translation>覆盖已存在的文件</translation>
    </message>
    <message>
        <source>List, restore or empty the trash, which keeps images for 7 days</source>
        <translation>列出、恢复或清空回收站，镜像在其中保留 7 天</translation>
    </message>
    <message>
        <source>list; restore, by default what was moved there last; or empty, by default all of it. Items are named as list shows them</source>
        <translation>list 列出；restore 恢复，默认恢复最近移入的一项；empty 清空，默认清空全部。项目名称见 list 的输出</translation>
    </message>
    <message>
        <source>Move images to the trash, from where they can be restored, in place of removing them</source>
        <translation>将镜像移入回收站（可以恢复），而不是直接删除</translation>
    </message>
    <message>
        <source>Free at least so much, for example 20G: first what no image refers to, then the trash, then images, those not used for the longest first; the conditions above say which may go</source>
        <translation>至少释放这么多空间，例如 20G：先清理没有镜像引用的内容，再清空回收站，然后按最久未使用的顺序删除镜像；以上条件限定哪些镜像可以删除</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>打开图形界面</translation>
    </message>
    <message>
        <source>Image archives to import there</source>
        <translation>要在窗口中导入的镜像归档</translation>
    </message>
    <message>
        <source>Push straight from the archive and keep nothing in the cache</source>
        <translation>直接从归档推送，不在缓存中保留任何内容</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>heading in the help</comment>
        <translation>%1：</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>`docker-image-pusher help SUBCOMMAND` explains a command.</source>
        <translation>用 `docker-image-pusher help SUBCOMMAND` 查看某个命令的说明。</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>PLATFORMS</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>DIGEST</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>%1, incomplete</source>
        <translation>%1，不完整</translation>
    </message>
    <message>
        <source>The cache %1 holds no image.</source>
        <translation>缓存 %1 中没有镜像。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1 together</source>
        <translation>
            <numerusform>共 %n 个镜像，%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message numerus="yes">
        <source>%1: %n image(s), %2</source>
        <translation>
            <numerusform>%1：%n 个镜像，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>PLATFORMS</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>LAYERS</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（无名称）</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message numerus="yes">
        <source>%n image(s) pinned: cleaning leaves them alone.</source>
        <translation>
            <numerusform>已固定 %n 个镜像：清理时予以保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) no longer pinned.</source>
        <translation>
            <numerusform>已取消固定 %n 个镜像。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>约剩 %1 小时</translation>
    </message>
    <message>
        <source>waiting %1 s, then once more</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>waiting %1 s, then once more: %2</source>
        <translation>%1 秒后重试：%2</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>mounted from another repository</source>
        <translation>已从其他仓库挂载</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>looking whether it is there</source>
        <translation>正在检查是否已存在</translation>
    </message>
    <message>
        <source>the registry is putting it away</source>
        <translation>镜像仓库正在保存</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>blobs</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>已完成 %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n blob(s)</source>
        <translation>
            <numerusform>第 %1 / %n 个 blob</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>unpacked</source>
        <translation>已解压</translation>
    </message>
    <message>
        <source>extracted</source>
        <translation>已提取</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
</context>
<context>
    <name>Push</name>
    <message>
        <source>“%1” is a file here and also an image in the cache; the file is pushed.</source>
        <translation>“%1”既是这里的文件，也是缓存中的镜像；将推送该文件。</translation>
    </message>
    <message>
        <source>--image picks from an archive, but “%1” is an image in the cache.</source>
        <translation>--image 用于从归档中选择，而“%1”是缓存中的镜像。</translation>
    </message>
    <message>
        <source>Leave --image away, or name an archive that is there.</source>
        <translation>请去掉 --image，或指定存在的归档文件。</translation>
    </message>
    <message>
        <source>--no-cache is for archives, but “%1” is an image in the cache.</source>
        <translation>--no-cache 只用于归档，而“%1”是缓存中的镜像。</translation>
    </message>
    <message>
        <source>Leave --no-cache away, or name an archive that is there.</source>
        <translation>请去掉 --no-cache，或指定一个存在的归档。</translation>
    </message>
    <message>
        <source>Make room, or push straight from the archive by --no-cache.</source>
        <translation>请腾出空间，或用 --no-cache 直接从归档推送。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>Pulled %n image(s) from %1</source>
        <translation>
            <numerusform>已从 %1 拉取 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extracted %n image(s) from %1</source>
        <translation>
            <numerusform>已从 %1 提取 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would push %n image(s) to %1</source>
        <translation>
            <numerusform>将向 %1 推送 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pushed %n image(s) to %1</source>
        <translation>
            <numerusform>已向 %1 推送 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) received (%1)</source>
        <translation>
            <numerusform>接收 %n 个 blob（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) extracted (%1)</source>
        <translation>
            <numerusform>提取 %n 个 blob（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) sent (%1)</source>
        <translation>
            <numerusform>发送 %n 个 blob（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) to send (%1)</source>
        <translation>
            <numerusform>需发送 %n 个 blob（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mounted (%1)</source>
        <translation>
            <numerusform>挂载 %n 个（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there (%1)</source>
        <translation>
            <numerusform>%n 个已存在（%1）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 taken over from an interrupted run</source>
        <translation>沿用上次中断前的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n retry(s)</source>
        <translation>
            <numerusform>重试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>duration, speed</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between groups of a list</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>So far: %1.</source>
        <translation>截至目前：%1。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what was done: figures</comment>
        <translation>%1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n image(s) to %1</source>
        <translation>
            <numerusform>已导出 %n 个镜像到 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) written (%1)</source>
        <translation>
            <numerusform>写入 %n 个 blob（%1）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Standard input holds no password.</source>
        <translation>标准输入中没有密码。</translation>
    </message>
    <message>
        <source>Write it there: docker-image-pusher … --password-stdin &lt; FILE</source>
        <translation>请这样提供：docker-image-pusher … --password-stdin &lt; FILE</translation>
    </message>
    <message>
        <source>Docker&apos;s credentials are not used: %1</source>
        <translation>未使用 Docker 的凭据：%1</translation>
    </message>
    <message>
        <source>There is a username, but no password for %1.</source>
        <translation>给出了用户名，但没有 %1 的密码。</translation>
    </message>
    <message>
        <source>Give it with --password-stdin, or in DOCKER_IMAGE_PUSHER_PASSWORD.</source>
        <translation>请用 --password-stdin 或环境变量 DOCKER_IMAGE_PUSHER_PASSWORD 提供。</translation>
    </message>
    <message>
        <source>Password of %1 at %2: </source>
        <translation>%1 在 %2 的密码：</translation>
    </message>
    <message>
        <source>Other users of this machine may see a password on the command line; --password-stdin hides it.</source>
        <translation>命令行中的密码可能被本机其他用户看到；请改用 --password-stdin。</translation>
    </message>
    <message>
        <source>“%1” is not a registry&apos;s address.</source>
        <translation>“%1”不是镜像仓库地址。</translation>
    </message>
    <message>
        <source>Write for example https://harbor.cn:8443, without path and user.</source>
        <translation>请写成例如 https://harbor.cn:8443，不带路径和用户。</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message>
        <source>ITEM</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>MOVED</source>
        <translation>移入时间</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>IMAGES</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>The trash has no item %1.</source>
        <translation>回收站中没有项目 %1。</translation>
    </message>
    <message>
        <source>`docker-image-pusher trash` shows what is in it.</source>
        <translation>`docker-image-pusher trash` 可以列出其中的内容。</translation>
    </message>
    <message>
        <source>There is another image named %1 by now.</source>
        <translation>现在已有另一个名为 %1 的镜像。</translation>
    </message>
    <message>
        <source>Remove that one first, or move it to the trash, too.</source>
        <translation>请先删除它，或把它也移入回收站。</translation>
    </message>
    <message numerus="yes">
        <source>Restored %n image(s):</source>
        <translation>
            <numerusform>已恢复 %n 个镜像：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) will be deleted for good:</source>
        <translation>
            <numerusform>将永久删除 %n 个镜像：</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on? [y/N] </source>
        <translation>继续吗？[y/N] </translation>
    </message>
    <message>
        <source>The trash is not emptied without asking, and nobody is here to be asked.</source>
        <translation>清空回收站前需要确认，但当前无人可以回答。</translation>
    </message>
    <message>
        <source>Add --yes if it is to go.</source>
        <translation>如果确定要清空，请加上 --yes。</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>没有删除任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Freed %1: %n image(s) deleted for good.</source>
        <translation>
            <numerusform>已释放 %1：永久删除 %n 个镜像。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be given together.</source>
        <translation>%1 和 %2 不能同时使用。</translation>
    </message>
    <message>
        <source>%1 must not be empty.</source>
        <translation>%1 不能为空。</translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation>%1 需要与 %2 一起使用。</translation>
    </message>
    <message>
        <source>The registry is named twice: by --registry and in the image&apos;s name (%1).</source>
        <translation>镜像仓库指定了两次：--registry 和镜像名称中的 %1。</translation>
    </message>
    <message>
        <source>The image is named twice: by -r and -t, and as “%1”.</source>
        <translation>镜像指定了两次：-r 和 -t，以及“%1”。</translation>
    </message>
    <message>
        <source>-r and -t name one image; they cannot be given with several files.</source>
        <translation>-r 和 -t 只能命名一个镜像，不能与多个文件一起使用。</translation>
    </message>
    <message>
        <source>“%1” names a tag or digest; write the repository alone.</source>
        <translation>“%1”含有标签或摘要；请只写仓库名称。</translation>
    </message>
    <message>
        <source>“%1” is not an image&apos;s name: write repository:tag or repository@sha256:…, in lower case.</source>
        <translation>“%1”不是镜像名称：请写成小写的 repository:tag 或 repository@sha256:…。</translation>
    </message>
    <message>
        <source>“%1” is not a valid value for %2: it takes a number from %3 to %4.</source>
        <translation>“%1”不是 %2 的有效值：应为 %3 到 %4 之间的数字。</translation>
    </message>
    <message>
        <source>“%1” is not a repository&apos;s name: it is made of lower-case letters, digits and . _ - between slashes.</source>
        <translation>“%1”不是仓库名称：应由小写字母、数字和 . _ - 组成，用斜杠分隔。</translation>
    </message>
    <message>
        <source>“%1” is neither a tag (up to 128 letters, digits and _ . -) nor a digest (sha256: and 64 digits).</source>
        <translation>“%1”既不是标签（最多 128 个字母、数字和 _ . -），也不是摘要（sha256: 加 64 位数字）。</translation>
    </message>
    <message>
        <source>“%1” is not a platform: write os/arch or os/arch/variant, for example linux/arm64.</source>
        <translation>“%1”不是平台：请写成 os/arch 或 os/arch/variant，例如 linux/arm64。</translation>
    </message>
    <message>
        <source>“%1” is not a rate: write bytes a second, for example 800k, 20M or 1.5G.</source>
        <translation>“%1”不是速率：请写每秒字节数，例如 800k、20M 或 1.5G。</translation>
    </message>
    <message>
        <source>“%1” is not a length of time: write for example 12h, 30d or 2w.</source>
        <translation>“%1”不是时长：请写成例如 12h、30d 或 2w。</translation>
    </message>
    <message>
        <source>“%1” is not a valid value for %2: it takes one of %3.</source>
        <translation>“%1”不是 %2 的有效值：可选 %3。</translation>
    </message>
    <message>
        <source>--match-all needs conditions, for example --pushed.</source>
        <translation>--match-all 需要与条件一起使用，例如 --pushed。</translation>
    </message>
    <message>
        <source>“%1” is not a size: write for example 800M, 20G or 1.5T.</source>
        <translation>“%1”不是有效的大小：请写成 800M、20G 或 1.5T 这样的形式。</translation>
    </message>
    <message>
        <source>--platform names the one platform of a docker-archive; the OCI formats hold all.</source>
        <translation>--platform 指定 docker-archive 所取的一个平台；OCI 格式包含所有平台。</translation>
    </message>
    <message>
        <source>--trash needs to know which images, for example --image.</source>
        <translation>--trash 需要指明哪些镜像，例如 --image。</translation>
    </message>
    <message>
        <source>--trash moves images and frees nothing yet; it does not go with --free, --unreferenced and --unfinished.</source>
        <translation>--trash 只移动镜像，并不立即释放空间；不能与 --free、--unreferenced 和 --unfinished 一起使用。</translation>
    </message>
</context>
<context>
    <name>UsageListing</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>BESIDES</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>No image refers to it</source>
        <translation>没有镜像引用</translation>
    </message>
    <message>
        <source>Unfinished downloads and the like</source>
        <translation>未完成的下载等</translation>
    </message>
    <message>
        <source>Notes of unfinished uploads</source>
        <translation>未完成上传的记录</translation>
    </message>
    <message>
        <source>In use by running transfers</source>
        <translation>正在传输</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>SHARED</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>UNIQUE</source>
        <translation>独占</translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>PINNED</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1 on the disk; the removal of one frees what is unique to it.</source>
        <translation>
            <numerusform>%n 个镜像，共占磁盘 %1；删除一个镜像释放其独占部分。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>missing blob</source>
        <translation>缺失的 blob</translation>
    </message>
    <message>
        <source>damaged blob</source>
        <translation>损坏的 blob</translation>
    </message>
    <message>
        <source>file that is no blob</source>
        <translation>不是 blob 的文件</translation>
    </message>
    <message>
        <source>blob that no image refers to</source>
        <translation>没有镜像引用的 blob</translation>
    </message>
    <message>
        <source>missing or damaged manifest</source>
        <translation>缺失或损坏的清单</translation>
    </message>
    <message>
        <source>manifest that no image refers to</source>
        <translation>没有镜像引用的清单</translation>
    </message>
    <message>
        <source>damaged entry of the index</source>
        <translation>损坏的索引条目</translation>
    </message>
    <message>
        <source>not repaired: %1</source>
        <translation>未修复：%1</translation>
    </message>
    <message>
        <source>removed, but not fetched again: %1</source>
        <translation>已删除，但未能重新获取：%1</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>repaired: fetched again</source>
        <translation>已修复：重新获取</translation>
    </message>
    <message>
        <source>repaired: made anew</source>
        <translation>已修复：重新生成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of damage: file</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>needed by %1</source>
        <translation>需要它的镜像：%1</translation>
    </message>
    <message numerus="yes">
        <source>Verified %n image(s): %1 read, %2, %3.</source>
        <translation>
            <numerusform>已校验 %n 个镜像：读取 %1，用时 %2，%3。</numerusform>
        </translation>
    </message>
    <message>
        <source>All is as it should be.</source>
        <translation>一切正常。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found:</source>
        <translation>
            <numerusform>发现 %n 处问题：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cache has damage that images suffer from, in %n place(s).</source>
        <translation>
            <numerusform>缓存中有 %n 处损坏影响镜像。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pull or extract these images once more, or remove them with `docker-image-pusher clean --image IMAGE`.</source>
        <translation>请重新拉取或提取这些镜像，或用 `docker-image-pusher clean --image IMAGE` 删除它们。</translation>
    </message>
    <message>
        <source>Run `docker-image-pusher verify --repair`.</source>
        <translation>请运行 `docker-image-pusher verify --repair`。</translation>
    </message>
</context>
</TS>
