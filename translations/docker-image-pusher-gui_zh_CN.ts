<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountHelp</name>
    <message>
        <source>Harbor: a robot account of a project is named robot$project+name, one of the whole system robot$name; its secret is the password. Who signs in by single sign-on uses the CLI secret of the user profile.</source>
        <translation>Harbor：项目的机器人账户名为 robot$项目+名称，系统级的为 robot$名称，密码是它的密钥。使用单点登录的用户请填写用户资料中的 CLI 密码。</translation>
    </message>
    <message>
        <source>GitLab: a deploy token with its own user name (gitlab+deploy-token-…), or your user name and a personal access token. Pushing needs the scopes read_registry and write_registry.</source>
        <translation>GitLab：部署令牌及其自带的用户名（gitlab+deploy-token-…），或您的用户名和个人访问令牌。推送需要 read_registry 和 write_registry 权限。</translation>
    </message>
    <message>
        <source>Quay: a robot account is named organization+robot; its token is the password.</source>
        <translation>Quay：机器人账户名为 组织+机器人，密码是它的令牌。</translation>
    </message>
    <message>
        <source>Nexus: an account with rights to this repository, or its user token: the name code is the user name, the pass code the password.</source>
        <translation>Nexus：对该仓库有权限的账号，或其用户令牌：name code 作用户名，pass code 作密码。</translation>
    </message>
    <message>
        <source>Artifactory: your user name, and an identity token or API key as the password.</source>
        <translation>Artifactory：您的用户名，密码为身份令牌或 API 密钥。</translation>
    </message>
    <message>
        <source>Azure ACR: the name of a repository-scoped token and one of its passwords, or the application ID of a service principal and its secret.</source>
        <translation>Azure ACR：仓库范围令牌的名称及其任一密码，或服务主体的应用程序 ID 及其机密。</translation>
    </message>
    <message>
        <source>Alibaba Cloud ACR: the full account name, and the password that was set for the registry in its console, which is not that of the account.</source>
        <translation>阿里云 ACR：阿里云账号全名，密码是在镜像仓库控制台设置的访问密码，不是账号登录密码。</translation>
    </message>
    <message>
        <source>Tencent TCR: the user name and password of a long-term access credential or service account; in the personal edition the account ID and the registry&apos;s own password.</source>
        <translation>腾讯云 TCR：长期访问凭证或服务级账号的用户名和密码；个人版为账号 ID 和镜像仓库自己的密码。</translation>
    </message>
    <message>
        <source>Huawei SWR: the long-term login command names both: region@AK is the user name, the login key the password.</source>
        <translation>华为云 SWR：长期登录指令中包含两者：区域@AK 是用户名，登录密钥是密码。</translation>
    </message>
    <message>
        <source>Amazon ECR: the user name is AWS, the password what aws ecr get-login-password prints; it is valid for 12 hours.</source>
        <translation>Amazon ECR：用户名为 AWS，密码为 aws ecr get-login-password 的输出，有效期 12 小时。</translation>
    </message>
    <message>
        <source>Docker Hub: your Docker ID and a personal access token.</source>
        <translation>Docker Hub：您的 Docker ID 和个人访问令牌。</translation>
    </message>
    <message>
        <source>GitHub: your user name and a classic personal access token with the scope write:packages.</source>
        <translation>GitHub：您的用户名，以及具有 write:packages 权限的经典个人访问令牌。</translation>
    </message>
</context>
<context>
    <name>DeliveryList</name>
    <message>
        <source>there is no rule &quot;%1&quot;</source>
        <translation>没有“%1”这条规则</translation>
    </message>
    <message>
        <source>the rule&apos;s expression is wrong: %1</source>
        <translation>规则的正则表达式有误：%1</translation>
    </message>
    <message>
        <source>image %1 has no valid name: &quot;%2&quot;</source>
        <translation>第 %1 个镜像的名称无效：“%2”</translation>
    </message>
    <message>
        <source>image %1 has no valid target: &quot;%2&quot;</source>
        <translation>第 %1 个镜像的目标无效：“%2”</translation>
    </message>
    <message>
        <source>it is not JSON (byte %1)</source>
        <translation>不是 JSON（第 %1 字节）</translation>
    </message>
    <message>
        <source>it is not a delivery list</source>
        <translation>不是交付清单</translation>
    </message>
    <message>
        <source>it has no version</source>
        <translation>缺少版本号</translation>
    </message>
    <message>
        <source>it was made by a newer program (version %1)</source>
        <translation>由更新版本的程序生成（版本 %1）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no platform</source>
        <translation>“%1”不是有效的平台</translation>
    </message>
    <message>
        <source>it names no image</source>
        <translation>没有列出任何镜像</translation>
    </message>
</context>
<context>
    <name>DiskTexts</name>
    <message>
        <source>%1 in all, %2 of it shared with others. Deleting only this frees %3.</source>
        <translation>共 %1，其中 %2 与其他镜像共享。仅删除此镜像可释放 %3。</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>上次使用：%1</translation>
    </message>
    <message>
        <source>Pinned: cleaning leaves it alone.</source>
        <translation>已固定：清理时予以保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, there once and needed by all of these images:</source>
        <translation>
            <numerusform>%n 个文件，%1，只存一份，以下镜像都需要：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>images</comment>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared by several repositories</source>
        <translation>多个仓库共享</translation>
    </message>
    <message>
        <source>All repositories</source>
        <translation>全部仓库</translation>
    </message>
    <message numerus="yes">
        <source>Shared by %n</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n 个镜像共享</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared by several</source>
        <comment>repositories</comment>
        <translation>多个仓库共享</translation>
    </message>
    <message>
        <source>A double click, or Enter, shows this alone.</source>
        <translation>双击或按 Enter 单独查看。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1 that no other repository needs</source>
        <translation>
            <numerusform>%n 个镜像，其他仓库都不需要的内容共 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, needed by %n image(s)</source>
        <translation>
            <numerusform>%1，%n 个镜像需要</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 asks who you are.</source>
        <translation>%1 需要登录。</translation>
    </message>
    <message>
        <source>Sign in with an account that may use this project.</source>
        <translation>请使用有权访问该项目的账号登录。</translation>
    </message>
    <message>
        <source>%1 does not accept this user name or password.</source>
        <translation>%1 不接受该用户名或密码。</translation>
    </message>
    <message>
        <source>The password may have changed, or a robot account may have expired.</source>
        <translation>密码可能已更改，或机器人账号已过期。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here.</source>
        <translation>本机不信任 %1 的证书。</translation>
    </message>
    <message>
        <source>Look at the certificate and trust it, or choose the file of the authority that signed it.</source>
        <translation>请查看证书并选择信任，或指定签发机构的证书文件。</translation>
    </message>
    <message>
        <source>Signed in, but this account may not do this: %1.</source>
        <translation>已登录，但该账号无权执行此操作：%1。</translation>
    </message>
    <message>
        <source>The account lacks the right to push or pull here, or the project does not exist.</source>
        <translation>该账号没有推送或拉取权限，或项目不存在。</translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation>找不到主机 %1。</translation>
    </message>
    <message>
        <source>Check the address for a typing error, and that this network can resolve the name.</source>
        <translation>请检查地址是否有误，以及当前网络能否解析该名称。</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>%1 没有响应连接。</translation>
    </message>
    <message>
        <source>Check the port, and that the registry is running and no firewall is in between.</source>
        <translation>请检查端口、镜像仓库是否在运行，以及中间是否有防火墙。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost several times.</source>
        <translation>与 %1 的连接多次中断。</translation>
    </message>
    <message>
        <source>What has arrived is kept. Trying again continues from there.</source>
        <translation>已传输的数据会保留，重试将从断点继续。</translation>
    </message>
    <message>
        <source>%1 has stopped answering.</source>
        <translation>%1 停止响应。</translation>
    </message>
    <message>
        <source>The proxy does not let us through to %1.</source>
        <translation>代理不允许访问 %1。</translation>
    </message>
    <message>
        <source>Check HTTPS_PROXY and NO_PROXY in the environment of this program.</source>
        <translation>请检查本程序环境变量中的 HTTPS_PROXY 和 NO_PROXY。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>无法与 %1 建立安全连接。</translation>
    </message>
    <message>
        <source>The server may speak plain HTTP on this port. Choose that for the registry if you know it does.</source>
        <translation>该端口可能使用明文 HTTP。如果确认如此，请在镜像仓库设置中选择明文 HTTP。</translation>
    </message>
    <message>
        <source>%1 asks for fewer requests.</source>
        <translation>%1 要求降低请求频率。</translation>
    </message>
    <message>
        <source>Wait some minutes, then try again. Fewer layers at once help, too.</source>
        <translation>请等待几分钟后重试；减少同时传输的层数也有帮助。</translation>
    </message>
    <message>
        <source>A proxy before %1 refuses uploads of this size.</source>
        <translation>%1 前面的代理拒绝这么大的上传。</translation>
    </message>
    <message>
        <source>The storage of %1 is full or not working.</source>
        <translation>%1 的存储已满或发生故障。</translation>
    </message>
    <message>
        <source>Ask its administrator, or choose another project.</source>
        <translation>请联系管理员，或选择其他项目。</translation>
    </message>
    <message>
        <source>%1 has no such image.</source>
        <translation>%1 中没有该镜像。</translation>
    </message>
    <message>
        <source>Check the name of the repository and the tag.</source>
        <translation>请检查仓库名和标签。</translation>
    </message>
    <message>
        <source>%1 answered in a way that no registry should.</source>
        <translation>%1 的响应不符合镜像仓库规范。</translation>
    </message>
    <message>
        <source>A proxy may have answered in its place. The report holds the answer.</source>
        <translation>可能是代理代为应答。报告中包含应答内容。</translation>
    </message>
    <message>
        <source>%1 reports an error (HTTP %2).</source>
        <translation>%1 报告错误（HTTP %2）。</translation>
    </message>
    <message>
        <source>This is on the server&apos;s side. Try again later or give the report to its administrator.</source>
        <translation>问题出在服务器端。请稍后重试，或将报告交给管理员。</translation>
    </message>
    <message>
        <source>The data is not what its digest promises: %1.</source>
        <translation>数据与摘要不符：%1。</translation>
    </message>
    <message>
        <source>It was damaged on the way or on disk. Import or pull the image again.</source>
        <translation>数据在传输中或磁盘上损坏。请重新导入或拉取该镜像。</translation>
    </message>
    <message>
        <source>The manifest of this image cannot be understood: %1.</source>
        <translation>无法解析该镜像的清单：%1。</translation>
    </message>
    <message>
        <source>It may have been made by a faulty tool. The report names what is wrong.</source>
        <translation>可能由有缺陷的工具生成。报告中说明了具体问题。</translation>
    </message>
    <message>
        <source>The cache no longer has %1.</source>
        <translation>缓存中已没有 %1。</translation>
    </message>
    <message>
        <source>Import or pull the image again.</source>
        <translation>请重新导入或拉取该镜像。</translation>
    </message>
    <message>
        <source>The copy in the cache is damaged: %1.</source>
        <translation>缓存中的副本已损坏：%1。</translation>
    </message>
    <message>
        <source>Delete the image from the cache, then import or pull it again.</source>
        <translation>请从缓存中删除该镜像，然后重新导入或拉取。</translation>
    </message>
    <message>
        <source>This cannot be done as asked: %1.</source>
        <translation>无法按要求执行：%1。</translation>
    </message>
    <message>
        <source>This kind of image is not supported: %1.</source>
        <translation>不支持此类镜像：%1。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>程序内部发生错误。</translation>
    </message>
    <message>
        <source>Trying again may help. The report helps us to mend it.</source>
        <translation>重试可能有效。报告有助于我们修复问题。</translation>
    </message>
    <message>
        <source>%1 ends too early.</source>
        <translation>%1 不完整，提前结束。</translation>
    </message>
    <message>
        <source>The file was not copied completely. Copy it again.</source>
        <translation>文件没有完整复制，请重新复制。</translation>
    </message>
    <message>
        <source>%1 was turned into text by PowerShell.</source>
        <translation>%1 被 PowerShell 转成了文本。</translation>
    </message>
    <message>
        <source>Save it again with docker save -o FILE instead of docker save &gt; FILE.</source>
        <translation>请改用 docker save -o FILE 重新保存，不要用 docker save &gt; FILE。</translation>
    </message>
    <message>
        <source>%1 is no image archive.</source>
        <translation>%1 不是镜像归档。</translation>
    </message>
    <message>
        <source>Archives made by docker save, podman save or skopeo, and OCI layouts can be imported.</source>
        <translation>可以导入由 docker save、podman save 或 skopeo 生成的归档，以及 OCI 布局。</translation>
    </message>
    <message>
        <source>%1 holds file names that point outside of it, so it is not opened.</source>
        <translation>%1 含有指向归档之外的文件名，因此不予打开。</translation>
    </message>
    <message>
        <source>Ask where the file comes from.</source>
        <translation>请核实该文件的来源。</translation>
    </message>
    <message>
        <source>%1 lacks a part of an image.</source>
        <translation>%1 缺少镜像的一部分。</translation>
    </message>
    <message>
        <source>Save the image again.</source>
        <translation>请重新保存该镜像。</translation>
    </message>
    <message>
        <source>%1 is not there or cannot be read.</source>
        <translation>%1 不存在或无法读取。</translation>
    </message>
    <message>
        <source>Was it moved, or is a drive or share not connected?</source>
        <translation>文件是否已移走，或磁盘、共享目录未连接？</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>Copy or save it again.</source>
        <translation>请重新复制或保存。</translation>
    </message>
    <message>
        <source>Delete images that are no longer needed, or choose a folder on another disk.</source>
        <translation>请删除不再需要的镜像，或选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>The disk could not be written or read: %1.</source>
        <translation>无法读写磁盘：%1。</translation>
    </message>
    <message>
        <source>Check that the folder is writable and the drive is healthy.</source>
        <translation>请检查文件夹是否可写、磁盘是否正常。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>View certificate…</source>
        <translation>查看证书…</translation>
    </message>
    <message>
        <source>Edit registry…</source>
        <translation>编辑镜像仓库…</translation>
    </message>
    <message>
        <source>Choose cache folder…</source>
        <translation>选择缓存文件夹…</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that you trusted.</source>
        <translation>%1 出示的证书与您信任的不同。</translation>
    </message>
    <message>
        <source>It may have been renewed, or somebody is in between. Compare the fingerprint with its administrator before you trust the new one.</source>
        <translation>证书可能已更新，也可能有人在中间窃听。信任新证书之前，请与管理员核对指纹。</translation>
    </message>
    <message>
        <source>Smaller pieces may pass. Or ask its administrator to raise the limit (nginx: client_max_body_size 0).</source>
        <translation>更小的分块或许可以通过；也可请管理员提高上限（nginx：client_max_body_size 0）。</translation>
    </message>
    <message>
        <source>Use smaller pieces and try again</source>
        <translation>用更小的分块重试</translation>
    </message>
    <message>
        <source>One layer at a time</source>
        <translation>逐层传输</translation>
    </message>
    <message>
        <source>Open registry page</source>
        <translation>打开镜像仓库网页</translation>
    </message>
    <message>
        <source>Choose another target…</source>
        <translation>选择其他目标…</translation>
    </message>
    <message>
        <source>Clean the cache…</source>
        <translation>清理缓存…</translation>
    </message>
    <message>
        <source>Copy text for the administrator</source>
        <translation>复制给管理员的说明</translation>
    </message>
    <message>
        <source>Uploads to %1 are refused because a proxy before it limits their size (HTTP 413). Please raise the limit, in nginx: client_max_body_size 0; and proxy_request_buffering off;</source>
        <translation>上传到 %1 时被其前面的代理拒绝，因为代理限制了请求大小（HTTP 413）。请提高上限，nginx 中为：client_max_body_size 0; 以及 proxy_request_buffering off;</translation>
    </message>
    <message>
        <source>%1 cannot store what is pushed to it: its storage or the project&apos;s quota is full, or the storage behind it does not work. Please look at its free space, quota and log.</source>
        <translation>%1 无法保存推送的内容：存储空间或项目配额已满，或后端存储发生故障。请检查剩余空间、配额和日志。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here (issued by %2, valid until %3).</source>
        <translation>%1 的证书在此处不受信任（由 %2 签发，有效期至 %3）。</translation>
    </message>
    <message>
        <source>Signed in, but %1 may not push to %2, or it does not exist.</source>
        <translation>已登录，但 %1 无权推送到 %2，或者它不存在。</translation>
    </message>
    <message>
        <source>Signed in, but %1 may not pull from %2, or it does not exist.</source>
        <translation>已登录，但 %1 无权从 %2 拉取，或者它不存在。</translation>
    </message>
    <message>
        <source>Use an account with that right, another project, or ask the administrator of %1.</source>
        <translation>请换用有此权限的账号或另一个项目，或联系 %1 的管理员。</translation>
    </message>
    <message>
        <source>%1 forgot the partial upload several times.</source>
        <translation>%1 多次丢失了未完成的上传。</translation>
    </message>
    <message>
        <source>The layer starts again from its beginning. Where several servers share one address, each of them must know the uploads of the others.</source>
        <translation>该层将从头开始上传。如果一个地址后面有多台服务器，每台都必须知道其他服务器上的上传。</translation>
    </message>
    <message>
        <source>%1 has no project for %2.</source>
        <translation>%1 中没有 %2 所属的项目。</translation>
    </message>
    <message>
        <source>Choose a project that exists, or have this one made.</source>
        <translation>请选择已有的项目，或请人创建该项目。</translation>
    </message>
    <message>
        <source>The project&apos;s quota in %1 is used up: %2 of %3 are taken, and %4 more are needed.</source>
        <translation>%1 中该项目的配额已用完：%3 中已占用 %2，还需要 %4。</translation>
    </message>
    <message numerus="yes">
        <source>Interrupted at %1 of %2; it goes on from there in %n s.</source>
        <translation>
            <numerusform>在 %1（共 %2）处中断，%n 秒后从该处继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted; it is tried again in %n s.</source>
        <translation>
            <numerusform>已中断，%n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was said: %1</source>
        <translation>对方的说明：%1</translation>
    </message>
    <message>
        <source>The layer %1 is missing in the cache.</source>
        <translation>缓存中缺少层 %1。</translation>
    </message>
    <message>
        <source>The layer %1 is damaged on the disk of the cache.</source>
        <translation>层 %1 在缓存所在的磁盘上已损坏。</translation>
    </message>
    <message>
        <source>Fetch it again from where the image came from. If it happens again, the disk may be failing.</source>
        <translation>请从镜像的来源重新获取。如果再次发生，磁盘可能有故障。</translation>
    </message>
    <message>
        <source>%1 ends too early: the last part of it has %2 of %3.</source>
        <translation>%1 不完整：最后一部分只有 %2（应为 %3）。</translation>
    </message>
    <message>
        <source>%1 are needed, and %2 are free in %3.</source>
        <translation>需要 %1，而 %3 只有 %2 可用。</translation>
    </message>
    <message>
        <source>Add CA file…</source>
        <translation>添加 CA 文件…</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>全部校验</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>重新获取</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Nothing is replaced without asking. Choose another name or place, or move it away.</source>
        <translation>未经询问不会覆盖任何文件。请选择其他名称或位置，或将其移走。</translation>
    </message>
    <message>
        <source>The disk is full: there is no room for %1.</source>
        <translation>磁盘已满：没有空间存放 %1。</translation>
    </message>
    <message>
        <source>Push without the cache</source>
        <translation>不经缓存直接推送</translation>
    </message>
    <message>
        <source>Signed in, but %1 may not delete from %2.</source>
        <translation>已登录，但 %1 无权从 %2 删除。</translation>
    </message>
    <message>
        <source>%1 does not allow deleting.</source>
        <translation>%1 不允许删除。</translation>
    </message>
    <message>
        <source>Its administrator can allow it (docker&apos;s registry: REGISTRY_STORAGE_DELETE_ENABLED=true), or delete on the registry&apos;s own page.</source>
        <translation>其管理员可以允许删除（docker 的 registry：REGISTRY_STORAGE_DELETE_ENABLED=true），也可以在镜像仓库自己的网页上删除。</translation>
    </message>
    <message>
        <source>%1 does not accept the manifest of this image.</source>
        <translation>%1 不接受此镜像的清单。</translation>
    </message>
    <message>
        <source>It may not know images of this kind: of several platforms, or in OCI format.</source>
        <translation>它可能不支持这类镜像：多平台镜像，或 OCI 格式的镜像。</translation>
    </message>
    <message>
        <source>%1 received other bytes than were sent.</source>
        <translation>%1 收到的内容与发送的不一致。</translation>
    </message>
    <message>
        <source>Something in between changes uploads. Try again, or give the report to the administrator of the network.</source>
        <translation>中间有设备改动了上传内容。请重试，或把报告交给网络管理员。</translation>
    </message>
    <message>
        <source>%1 takes no pushes.</source>
        <translation>%1 不接受推送。</translation>
    </message>
    <message>
        <source>It may be a mirror, or set to read-only for maintenance.</source>
        <translation>它可能是镜像站点，或因维护被设为只读。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Docker archive, for docker load and podman load (*.tar)</source>
        <translation>Docker 归档，用于 docker load 和 podman load (*.tar)</translation>
    </message>
    <message>
        <source>OCI archive (*.tar)</source>
        <translation>OCI 归档 (*.tar)</translation>
    </message>
    <message>
        <source>OCI layout, a folder (*)</source>
        <translation>OCI 布局文件夹 (*)</translation>
    </message>
    <message numerus="yes">
        <source>Export %n image(s)</source>
        <translation>
            <numerusform>导出 %n 个镜像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>The cache is damaged in %n place(s).</source>
        <translation>
            <numerusform>缓存中有 %n 处损坏。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 suffers from it.</source>
        <translation>受影响的镜像：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more image(s) suffer from it.</source>
        <translation>
            <numerusform>受影响的镜像：%1 以及另外 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>What could be had from where the images came from is mended. Import or pull the others again, or delete them.</source>
        <translation>能从镜像来源取得的内容已经修复。其余镜像请重新导入或拉取，或者删除。</translation>
    </message>
    <message>
        <source>Repairing fetches what is damaged or missing from the archive or registry where the image came from or went to, as far as that can be reached. Nothing that is whole is touched.</source>
        <translation>修复会从镜像来源或已推送到的归档、镜像仓库（如果可以访问）重新获取损坏或缺失的内容，不会改动完好的内容。</translation>
    </message>
    <message>
        <source>A blob is missing</source>
        <translation>缺失的 blob</translation>
    </message>
    <message>
        <source>A blob is damaged</source>
        <translation>损坏的 blob</translation>
    </message>
    <message>
        <source>A file is no blob</source>
        <translation>不是 blob 的文件</translation>
    </message>
    <message>
        <source>No image refers to a blob</source>
        <translation>没有镜像引用的 blob</translation>
    </message>
    <message>
        <source>A manifest is missing or damaged</source>
        <translation>缺失或损坏的清单</translation>
    </message>
    <message>
        <source>No image refers to a manifest</source>
        <translation>没有镜像引用的清单</translation>
    </message>
    <message>
        <source>An entry of the index is damaged</source>
        <translation>损坏的索引条目</translation>
    </message>
    <message>
        <source>not repaired: %1</source>
        <translation>未修复：%1</translation>
    </message>
    <message>
        <source>removed, but not to be had again: %1</source>
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
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1/s</source>
        <comment>a speed: %1 is a size such as 12.4 MB</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>almost done</source>
        <translation>即将完成</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>约剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>约剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>约剩 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>%1 is a time</comment>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>%1 is a time</comment>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>JobGroups</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Without a delivery list</source>
        <translation>不属于任何交付清单</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <translation>
            <numerusform>已完成 %1 / %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n 个需要处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Group %1: %2</source>
        <comment>read aloud: name, counts</comment>
        <translation>分组 %1：%2</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done with warnings</source>
        <translation>完成，有警告</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 of %2 imported</source>
        <translation>已导入 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 uploaded</source>
        <translation>已上传 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 downloaded</source>
        <translation>已下载 %1 / %2</translation>
    </message>
    <message>
        <source>%1 already there</source>
        <translation>%1 已存在</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n blobs</source>
        <translation>
            <numerusform>数据块 %1 / %n</numerusform>
        </translation>
    </message>
    <message>
        <source>It failed in an earlier run of the program. Try again to see why.</source>
        <translation>在上次运行程序时失败。重试可查看原因。</translation>
    </message>
    <message>
        <source>Interrupted when the program ended. What was done is kept.</source>
        <translation>因程序退出而中断，已完成的部分会保留。</translation>
    </message>
    <message>
        <source>Starts when a place is free.</source>
        <translation>有空位时开始。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>unpacking, %1</source>
        <translation>正在解压，%1</translation>
    </message>
    <message>
        <source>the registry is storing it</source>
        <translation>镜像仓库正在保存</translation>
    </message>
    <message numerus="yes">
        <source>tries again in %n s</source>
        <translation>
            <numerusform>%n 秒后重试</numerusform>
        </translation>
    </message>
    <message>
        <source>done, %1</source>
        <translation>完成，%1</translation>
    </message>
    <message>
        <source>already there, %1</source>
        <translation>已存在，%1</translation>
    </message>
    <message>
        <source>taken from another repository, %1</source>
        <translation>取自其他仓库，%1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Goes on when it is resumed.</source>
        <translation>继续后接着进行。</translation>
    </message>
    <message numerus="yes">
        <source>Tries again in %n s</source>
        <translation>
            <numerusform>%n 秒后重试</numerusform>
        </translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>when, why</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, from its beginning: the registry forgot it</source>
        <translation>%1，从头开始：镜像仓库丢失了已上传的部分</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair the whole cache</source>
        <translation>修复整个缓存</translation>
    </message>
    <message>
        <source>Repair %1</source>
        <translation>修复 %1</translation>
    </message>
    <message numerus="yes">
        <source>Repair %n image(s)</source>
        <translation>
            <numerusform>修复 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify the whole cache</source>
        <translation>校验整个缓存</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>校验 %1</translation>
    </message>
    <message numerus="yes">
        <source>Verify %n image(s)</source>
        <translation>
            <numerusform>校验 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Damage found</source>
        <translation>发现损坏</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>All is sound</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>已写入 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 read and compared</source>
        <translation>已读取并比对 %1 / %2</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tag(s) of %1</source>
        <translation>
            <numerusform>删除 %1 的 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Space comes back only when the registry collects its garbage.</source>
        <translation>镜像仓库进行垃圾回收后才会释放空间。</translation>
    </message>
    <message>
        <source>Starts when its image is in the cache.</source>
        <translation>镜像进入缓存后开始。</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>a speed</comment>
        <translation>限速 %1</translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <comment>an amount</comment>
        <translation>停在 %1</translation>
    </message>
</context>
<context>
    <name>SpokenJobs</name>
    <message>
        <source>%1 to %2</source>
        <comment>read aloud: image, where it goes</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>正在上传</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>正在校验</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>大约还需 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>大约还需 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>大约还需 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n percent</source>
        <translation>
            <numerusform>百分之 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>正在删除</translation>
    </message>
</context>
<context>
    <name>dip::ui::ActionPalette</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command matches</source>
        <translation>没有匹配的命令</translation>
    </message>
</context>
<context>
    <name>dip::ui::AttentionPanel</name>
    <message>
        <source>The certificate could not be fetched: %1</source>
        <translation>无法获取证书：%1</translation>
    </message>
    <message>
        <source>Trust this certificate and continue</source>
        <translation>信任此证书并继续</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show what the server or the system said</source>
        <translation>显示服务器或系统的原始信息</translation>
    </message>
</context>
<context>
    <name>dip::ui::AwakeKeeper</name>
    <message>
        <source>Images are being transferred</source>
        <translation>正在传输镜像</translation>
    </message>
</context>
<context>
    <name>dip::ui::BatchNotice</name>
    <message>
        <source>A job needs you</source>
        <translation>有任务需要处理</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) done</source>
        <translation>
            <numerusform>%n 个任务完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n 个需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs have ended, not all of them well</source>
        <translation>任务已结束，但并非全部成功</translation>
    </message>
    <message>
        <source>All jobs are done</source>
        <translation>任务已全部完成</translation>
    </message>
    <message>
        <source>Jobs have begun</source>
        <translation>任务已开始</translation>
    </message>
    <message>
        <source>A job failed</source>
        <translation>有任务失败</translation>
    </message>
</context>
<context>
    <name>dip::ui::CacheModel</name>
    <message>
        <source>%1 (untagged)</source>
        <translation>%1（无标签）</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未推送</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>registries</comment>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>What deleting only this image gives back</source>
        <translation>只删除此镜像可释放的空间</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>独占</translation>
    </message>
    <message>
        <source>Pushed to</source>
        <translation>已推送到</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1（不完整）</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1，已固定</translation>
    </message>
    <message>
        <source>%1 is pinned: cleaning leaves it alone.</source>
        <translation>%1 已固定：清理时予以保留。</translation>
    </message>
    <message>
        <source>What stays on the disk without it, because other images or the trash need it</source>
        <translation>删除此镜像后仍留在磁盘上的部分：其他镜像或回收站需要它</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入时间</translation>
    </message>
</context>
<context>
    <name>dip::ui::CachePage</name>
    <message numerus="yes">
        <source>%n image(s), %1</source>
        <translation>
            <numerusform>%n 个镜像，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%1 / %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Filter: name, size&gt;1G, arch:arm64, unpushed</source>
        <translation>筛选：名称、size&gt;1G、arch:arm64</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>筛选镜像</translation>
    </message>
    <message>
        <source>Images in the cache</source>
        <translation>缓存中的镜像</translation>
    </message>
    <message>
        <source>Opening the cache…</source>
        <translation>正在打开缓存…</translation>
    </message>
    <message>
        <source>Drop image archives or folders here</source>
        <translation>将镜像归档或文件夹拖到这里</translation>
    </message>
    <message>
        <source>What you import or pull lies in the cache, ready to be pushed to any registry.</source>
        <translation>导入或拉取的镜像保存在缓存中，可随时推送到任意镜像仓库。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Pull from a registry…</source>
        <translation>从镜像仓库拉取…</translation>
    </message>
    <message>
        <source>Open another cache…</source>
        <translation>打开其他缓存…</translation>
    </message>
    <message>
        <source>No image matches the filter</source>
        <translation>没有符合筛选条件的镜像</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>回收站（%1）</translation>
    </message>
    <message>
        <source>Not pushed</source>
        <translation>未推送</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Unused for 30 days</source>
        <translation>30 天未使用</translation>
    </message>
    <message>
        <source>Over 1 GB</source>
        <translation>大于 1 GB</translation>
    </message>
    <message>
        <source>Show what was deleted and can be restored</source>
        <translation>显示已删除、可以恢复的镜像</translation>
    </message>
    <message>
        <source>Words that must all hold: part of a name, size&gt;1G, size&lt;500M, arch:arm64, older:30d, untagged, pushed, unpushed, pinned, unpinned, incomplete (Ctrl+F)</source>
        <translation>须同时满足的条件：名称的一部分、size&gt;1G、size&lt;500M、arch:arm64、older:30d、untagged（无标签）、pushed（已推送）、unpushed（未推送）、pinned（已固定）、unpinned（未固定）、incomplete（不完整）（Ctrl+F）</translation>
    </message>
</context>
<context>
    <name>dip::ui::CertificateBox</name>
    <message>
        <source>Issued to: %1
Issued by: %2
Valid: %3 to %4
SHA-256: %5</source>
        <translation>颁发给：%1
颁发者：%2
有效期：%3 至 %4
SHA-256：%5</translation>
    </message>
    <message>
        <source>The certificate could not be fetched: %1</source>
        <translation>无法获取证书：%1</translation>
    </message>
    <message>
        <source>You trust this certificate, and no other, for this registry.</source>
        <translation>对该镜像仓库，您只信任此证书。</translation>
    </message>
    <message>
        <source>Trusted so far, SHA-256: %1</source>
        <translation>目前信任的证书 SHA-256：%1</translation>
    </message>
    <message>
        <source>Look at the certificate, compare its fingerprint with the administrator, then trust it.</source>
        <translation>请查看证书，与管理员核对指纹，然后选择信任。</translation>
    </message>
    <message>
        <source>View certificate</source>
        <translation>查看证书</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>信任此证书</translation>
    </message>
</context>
<context>
    <name>dip::ui::CheckLadder</name>
    <message>
        <source>Test of the connection</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>Find the host</source>
        <translation>解析主机</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>Secure the connection</source>
        <translation>加密连接</translation>
    </message>
    <message>
        <source>Talk to the registry</source>
        <translation>访问镜像仓库</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
</context>
<context>
    <name>dip::ui::CleaningList</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Unfinished downloads</source>
        <translation>未完成的下载(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Blobs that nothing refers to</source>
        <translation>无引用的数据块(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Not used for</source>
        <extracomment>a number of days follows</extracomment>
        <translation>未使用已达(&amp;N)</translation>
    </message>
    <message>
        <source>Already &amp;pushed</source>
        <translation>已推送的镜像(&amp;P)</translation>
    </message>
    <message>
        <source>Un&amp;tagged</source>
        <translation>无标签的镜像(&amp;T)</translation>
    </message>
    <message>
        <source>Ch&amp;osen in the list</source>
        <translation>列表中选中的镜像(&amp;O)</translation>
    </message>
    <message>
        <source>Free at l&amp;east</source>
        <extracomment>a number of gigabytes follows</extracomment>
        <translation>至少释放(&amp;E)</translation>
    </message>
    <message>
        <source>Downloads and notes of uploads that nobody works on; a repeated transfer begins anew</source>
        <translation>没有任务在处理的下载和上传记录；再次传输时将从头开始</translation>
    </message>
    <message>
        <source>Images last used, or else added, so long ago</source>
        <translation>上次使用（从未使用则为加入）已过这么久的镜像</translation>
    </message>
    <message>
        <source>Images of which a registry got exactly this</source>
        <translation>某个镜像仓库已收到同样内容的镜像</translation>
    </message>
    <message>
        <source>Images that have only a digest for a name</source>
        <translation>只有摘要、没有标签的镜像</translation>
    </message>
    <message>
        <source>Images that are chosen in the list or the picture</source>
        <translation>在列表或图中选中的镜像</translation>
    </message>
    <message>
        <source>First what no image needs, then the trash, then images, those not used for the longest first and no more than needed. What is ticked above says which may go.</source>
        <translation>先清理没有镜像需要的内容，再清空回收站，然后按最久未使用的顺序删除镜像，够用即止。上面勾选的条件限定哪些镜像可以删除。</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number</comment>
        <translation>
            <numerusform> 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Days without use</source>
        <translation>未使用的天数</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>after a number</comment>
        <translation> GB</translation>
    </message>
    <message>
        <source>Gigabytes to free</source>
        <translation>要释放的 GB 数</translation>
    </message>
    <message>
        <source>Only images to which &amp;all of this applies</source>
        <translation>仅限同时满足以上条件的镜像(&amp;A)</translation>
    </message>
</context>
<context>
    <name>dip::ui::CleaningNews</name>
    <message numerus="yes">
        <source>Deleted %n image(s), %1 freed.</source>
        <translation>
            <numerusform>已删除 %n 个镜像，释放 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n file(s), %1 freed.</source>
        <translation>
            <numerusform>已删除 %n 个文件，释放 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing to clean any more.</source>
        <translation>已经没有可清理的内容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>dip::ui::CleaningPanel</name>
    <message numerus="yes">
        <source>Cleaning: %1 of %n file(s)</source>
        <translation>
            <numerusform>正在清理：第 %1 个，共 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick what is to go.</source>
        <translation>请勾选要清理的内容。</translation>
    </message>
    <message>
        <source>There is nothing of that to clean.</source>
        <translation>没有这样的内容可以清理。</translation>
    </message>
    <message>
        <source>Will free %1</source>
        <translation>将释放 %1</translation>
    </message>
    <message>
        <source>Will free %1 (selected %2, %3 shared with images you keep)</source>
        <translation>将释放 %1（选中 %2，其中 %3 与保留的镜像共享）</translation>
    </message>
    <message>
        <source>That is %1 less than wanted; nothing else may go.</source>
        <translation>比要求少 %1；其余内容都不能清理。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because they are pinned.</source>
        <translation>
            <numerusform>%n 个镜像已固定，予以保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because jobs need them.</source>
        <translation>
            <numerusform>%n 个镜像有任务需要，予以保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) stay, because a running transfer needs them.</source>
        <translation>
            <numerusform>%n 个数据块有正在进行的传输需要，予以保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The images&apos; space is given back when the trash is emptied: after 7 days, or at once when space runs low.</source>
        <translation>镜像占用的空间在清空回收站时才会释放：7 天之后，或空间不足时立即清空。</translation>
    </message>
    <message>
        <source>To give space back at once, images are deleted for good.</source>
        <translation>为立即释放空间，镜像将被永久删除。</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>清理</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s) (%1)</source>
        <translation>
            <numerusform>删除 %n 个文件（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) (%1)</source>
        <translation>
            <numerusform>删除 %n 个镜像（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n image(s) to the trash</source>
        <translation>
            <numerusform>将 %n 个镜像移入回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) for good? This frees %1 and cannot be undone.</source>
        <translation>
            <numerusform>永久删除 %n 个镜像？这将释放 %1，且无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleaning…</source>
        <translation>正在清理…</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>清理和保留的内容</translation>
    </message>
    <message>
        <source>Progress of the cleaning</source>
        <translation>清理进度</translation>
    </message>
    <message>
        <source>&amp;Keep images in the cache&apos;s trash for 7 days</source>
        <translation>镜像在缓存的回收站中保留 7 天(&amp;K)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>dip::ui::DeletionBar</name>
    <message numerus="yes">
        <source>Delete %n image(s) for good? This frees %1 at once and cannot be undone.</source>
        <translation>
            <numerusform>永久删除 %n 个镜像？将立即释放 %1，且无法撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) (%1)</source>
        <translation>
            <numerusform>删除 %n 个镜像（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because they are pinned.</source>
        <translation>
            <numerusform>%n 个镜像已固定，予以保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay, because jobs need them.</source>
        <translation>
            <numerusform>%n 个镜像有任务需要，予以保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n image(s) to the cache trash.</source>
        <translation>
            <numerusform>已将 %n 个镜像移入缓存回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disk space is released when the trash is emptied: after %n day(s), or at once when space runs low.</source>
        <translation>
            <numerusform>清空回收站时才会释放磁盘空间：%n 天后自动清空，空间不足时立即清空。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought back %n image(s).</source>
        <translation>
            <numerusform>已恢复 %n 个镜像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s) for good, %1 freed.</source>
        <translation>
            <numerusform>已永久删除 %n 个镜像，释放 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is another image named %1 by now. Delete or rename that one first.</source>
        <translation>现在已有另一个名为 %1 的镜像。请先删除或重命名它。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show trash</source>
        <translation>查看回收站</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>dip::ui::Desktop</name>
    <message>
        <source>Show the window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Pause and quit</source>
        <translation>暂停并退出</translation>
    </message>
</context>
<context>
    <name>dip::ui::DetailsPane</name>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Added to the cache</source>
        <translation>加入缓存时间</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>images</comment>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation>镜像详情</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>构建命令</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Cleaning leaves this image alone.</source>
        <translation>清理时保留此镜像。</translation>
    </message>
</context>
<context>
    <name>dip::ui::DiskModel</name>
    <message>
        <source>%1 (untagged)</source>
        <translation>%1（无标签）</translation>
    </message>
    <message>
        <source>%1 (pinned)</source>
        <translation>%1（已固定）</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>All that the image consists of</source>
        <translation>镜像的全部内容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>What others need, too, and what stays when only this image goes</source>
        <translation>其他镜像也需要的部分，仅删除此镜像时予以保留</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>What deleting only this image gives back</source>
        <translation>仅删除此镜像可释放的空间</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>独占</translation>
    </message>
</context>
<context>
    <name>dip::ui::DiskPage</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose images in the picture or in the list.</source>
        <translation>请在图中或列表中选择镜像。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) chosen: %1 in all. Deleting them frees %2; %3 is shared with what you keep.</source>
        <translation>
            <numerusform>已选 %n 个镜像，共 %1。删除它们可释放 %2；%3 与保留的内容共享。</numerusform>
        </translation>
    </message>
    <message>
        <source>Disk usage</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Reading the cache…</source>
        <translation>正在读取缓存…</translation>
    </message>
    <message>
        <source>The cache is empty</source>
        <translation>缓存是空的</translation>
    </message>
    <message>
        <source>What images take of the disk is shown here.</source>
        <translation>这里显示镜像占用的磁盘空间。</translation>
    </message>
    <message>
        <source>Show all repositories</source>
        <translation>显示全部仓库</translation>
    </message>
    <message>
        <source>Show all repositories (Backspace)</source>
        <translation>显示全部仓库（Backspace）</translation>
    </message>
    <message>
        <source>Picture of the disk usage; the list shows the same images</source>
        <translation>磁盘占用图；列表显示同样的镜像</translation>
    </message>
    <message>
        <source>Images by what they take of the disk</source>
        <translation>镜像及其占用的磁盘空间</translation>
    </message>
    <message>
        <source>List and cleaning</source>
        <translation>列表和清理</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>移入回收站(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Clean the chosen images…</source>
        <translation>清理选中的镜像(&amp;C)…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>&amp;Delete for good…</source>
        <translation>永久删除(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>dip::ui::DiskTotals</name>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>of it shared</source>
        <translation>其中共享</translation>
    </message>
    <message>
        <source>Unreferenced</source>
        <translation>无引用</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Upload notes</source>
        <translation>上传记录</translation>
    </message>
    <message>
        <source>In transfer</source>
        <translation>传输中</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>磁盘可用</translation>
    </message>
    <message>
        <source>All images together, what they share counted once</source>
        <translation>全部镜像，共享的内容只计一次</translation>
    </message>
    <message>
        <source>What two or more images need; it is there once</source>
        <translation>两个或更多镜像需要的内容；只存一份</translation>
    </message>
    <message>
        <source>Blobs and manifests that nothing refers to</source>
        <translation>没有任何引用的数据块和清单</translation>
    </message>
    <message>
        <source>Unfinished downloads, and what programs left that ended early</source>
        <translation>未完成的下载，以及提前结束的程序留下的内容</translation>
    </message>
    <message>
        <source>Notes of unfinished uploads, so that these can go on</source>
        <translation>未完成上传的记录，用于继续上传</translation>
    </message>
    <message>
        <source>What running transfers have made so far</source>
        <translation>正在进行的传输已产生的内容</translation>
    </message>
    <message>
        <source>What is kept only so that deletions can be undone</source>
        <translation>仅为撤销删除而保留的内容</translation>
    </message>
    <message>
        <source>Room on the disk of the cache</source>
        <translation>缓存所在磁盘的可用空间</translation>
    </message>
</context>
<context>
    <name>dip::ui::FindingsPanel</name>
    <message numerus="yes">
        <source>and %n more; the report names all of them</source>
        <translation>
            <numerusform>另有 %n 处，报告中会全部列出</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Show the images</source>
        <translation>显示这些镜像</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>dip::ui::FirstSteps</name>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Add a registry…</source>
        <translation>添加镜像仓库…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Welcome. Which language?</source>
        <translation>欢迎使用。请选择语言</translation>
    </message>
    <message>
        <source>It can be changed in the settings at any time.</source>
        <translation>以后可随时在设置中更改。</translation>
    </message>
    <message>
        <source>Where may images be kept?</source>
        <translation>镜像保存在哪里？</translation>
    </message>
    <message>
        <source>%1, %2 free on this disk.</source>
        <translation>%1，该磁盘可用 %2。</translation>
    </message>
    <message>
        <source>This is a network drive; a local disk is much faster.</source>
        <translation>这是网络磁盘，本地磁盘会快得多。</translation>
    </message>
    <message>
        <source>Which registry do you push to?</source>
        <translation>要推送到哪个镜像仓库？</translation>
    </message>
    <message>
        <source>Harbor, Nexus, Quay and others. It can also be added later.</source>
        <translation>支持 Harbor、Nexus、Quay 等，也可以稍后添加。</translation>
    </message>
</context>
<context>
    <name>dip::ui::HelpSheet</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Drop image archives, folders or zips onto the window. They are looked into, and what is chosen is imported into the cache.</source>
        <translation>将镜像归档、文件夹或 zip 拖到窗口中。程序会查看其内容，并将所选镜像导入缓存。</translation>
    </message>
    <message>
        <source>Choose images in the cache and push them. Names can be changed by a rule or one by one; what the registry already has is not sent again.</source>
        <translation>在缓存中选择镜像并推送。名称可按规则或逐个修改；镜像仓库中已有的内容不会重复上传。</translation>
    </message>
    <message>
        <source>Jobs can be paused, moved and cancelled at any time. What was transferred is kept, also when the program ends.</source>
        <translation>任务可随时暂停、移动和取消。已传输的内容会保留，程序退出后也不会丢失。</translation>
    </message>
    <message>
        <source>The log is kept in %1.</source>
        <translation>日志保存在 %1。</translation>
    </message>
    <message>
        <source>Deleted images go to the cache&apos;s trash first and can be brought back from it, byte for byte. Disk space is released when the trash is emptied.</source>
        <translation>删除的镜像先进入缓存回收站，可以从中原样恢复；清空回收站时才会释放磁盘空间。</translation>
    </message>
    <message>
        <source>The filter of the cache takes words that must all hold: size&gt;1G, size&lt;500M, arch:arm64, older:30d, untagged, pushed, unpushed, pinned, incomplete, or part of a name.</source>
        <translation>缓存的筛选框接受须同时满足的词：size&gt;1G、size&lt;500M、arch:arm64、older:30d（30 天未使用）、untagged（无标签）、pushed（已推送）、unpushed（未推送）、pinned（已固定）、incomplete（不完整），或名称的一部分。</translation>
    </message>
</context>
<context>
    <name>dip::ui::ImageActions</name>
    <message numerus="yes">
        <source>Push %n image(s)…</source>
        <translation>
            <numerusform>推送 %n 个镜像…</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Copy digest</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <source>Copy docker pull line</source>
        <translation>复制 docker pull 命令</translation>
    </message>
    <message numerus="yes">
        <source>Export %n image(s)…</source>
        <translation>
            <numerusform>导出 %n 个镜像…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verify %n image(s)</source>
        <translation>
            <numerusform>校验 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpin %n image(s)</source>
        <translation>
            <numerusform>取消固定 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pin %n image(s)</source>
        <translation>
            <numerusform>固定 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n image(s) to the trash</source>
        <translation>
            <numerusform>将 %n 个镜像移入回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) for good…</source>
        <translation>
            <numerusform>永久删除 %n 个镜像…</numerusform>
        </translation>
    </message>
    <message>
        <source>Push</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Cleaning leaves pinned images alone</source>
        <translation>清理时保留已固定的镜像</translation>
    </message>
    <message numerus="yes">
        <source>Select all %n image(s) that match the filter</source>
        <translation>
            <numerusform>选择符合筛选条件的全部 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n image(s)</source>
        <translation>
            <numerusform>选择全部 %n 个镜像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::ImportModel</name>
    <message>
        <source>this is not a valid name</source>
        <translation>名称无效</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Name in the cache</source>
        <translation>缓存中的名称</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>turned into text by PowerShell; use docker save -o FILE</source>
        <translation>已被 PowerShell 转换为文本，请使用 docker save -o 文件名</translation>
    </message>
    <message>
        <source>type a name, for example team/app:1.0</source>
        <translation>请输入名称，例如 team/app:1.0</translation>
    </message>
    <message>
        <source>needs a name</source>
        <translation>需要名称</translation>
    </message>
    <message>
        <source>another image has the same name; the last one stays</source>
        <translation>另一个镜像名称相同，以最后导入的为准</translation>
    </message>
</context>
<context>
    <name>dip::ui::ImportSheet</name>
    <message>
        <source>Looking into the archives…</source>
        <translation>正在查看归档…</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) chosen, %1</source>
        <translation>
            <numerusform>已选 %n 个镜像，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation>
            <numerusform>%n 个文件无法导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Import only</source>
        <translation>仅导入</translation>
    </message>
    <message numerus="yes">
        <source>Import and push %n image(s)…</source>
        <translation>
            <numerusform>导入并推送 %n 个镜像…</numerusform>
        </translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>导入镜像</translation>
    </message>
    <message>
        <source>Images found</source>
        <translation>找到的镜像</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) need a valid name</source>
        <translation>
            <numerusform>%n 个镜像需要有效的名称</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dip::ui::JobActions</name>
    <message numerus="yes">
        <source>Resume %n job(s)</source>
        <translation>
            <numerusform>继续 %n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n job(s)</source>
        <translation>
            <numerusform>暂停 %n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n job(s) now</source>
        <translation>
            <numerusform>立即开始 %n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s)</source>
        <translation>
            <numerusform>取消 %n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %n job(s) again</source>
        <translation>
            <numerusform>重试 %n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n job(s) from the list</source>
        <translation>
            <numerusform>从列表中移除 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>移到最前</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>移到最后</translation>
    </message>
    <message>
        <source>Copy target</source>
        <translation>复制目标</translation>
    </message>
    <message>
        <source>Copy digest</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <source>Copy docker pull line</source>
        <translation>复制 docker pull 命令</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Push to another registry…</source>
        <translation>推送到其他镜像仓库…</translation>
    </message>
    <message>
        <source>Try waiting layers now</source>
        <translation>立即重试等待中的层</translation>
    </message>
    <message>
        <source>Move to position…</source>
        <translation>移到指定位置…</translation>
    </message>
    <message>
        <source>Open the log at this job</source>
        <translation>打开此任务的日志</translation>
    </message>
    <message>
        <source>Speed limit…</source>
        <translation>限速…</translation>
    </message>
</context>
<context>
    <name>dip::ui::JobModel</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>dip::ui::JobSteps</name>
    <message>
        <source>Certificate of the authority</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>dip::ui::JobsPage</name>
    <message>
        <source>%1 running, %2 waiting, %3 in all</source>
        <translation>%1 个进行中，%2 个等待中，共 %3 个</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) were interrupted when the program ended.</source>
        <translation>
            <numerusform>程序退出时有 %n 个任务中断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已结束</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>没有任务</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled %n job(s). What was transferred is kept.</source>
        <translation>
            <numerusform>已取消 %n 个任务，已传输的内容会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Search jobs and history</source>
        <translation>搜索任务和历史</translation>
    </message>
    <message>
        <source>Which jobs to show</source>
        <translation>显示哪些任务</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>Need you or failed</source>
        <translation>需要处理或失败</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败的任务</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>没有符合条件的任务</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>It is already in the list, so it was not added again: %1</source>
        <translation>列表中已有此任务，未重复添加：%1</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Imports, pushes, pulls, exports and verifications appear here, with every layer on its way. What is finished stays as history.</source>
        <translation>导入、推送、拉取、导出和校验显示在这里，每一层的进度都可以看到。已结束的任务保留为历史。</translation>
    </message>
    <message>
        <source>How to group the jobs</source>
        <translation>任务的分组方式</translation>
    </message>
    <message>
        <source>Jobs below headings; what is done to a heading is done to all its jobs. Those that wait can be dragged within their group.</source>
        <translation>任务列在标题之下；对标题的操作作用于其下的全部任务。等待中的任务可以在组内拖动。</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By registry</source>
        <translation>按镜像仓库</translation>
    </message>
    <message>
        <source>By delivery list</source>
        <translation>按交付清单</translation>
    </message>
</context>
<context>
    <name>dip::ui::LimitBar</name>
    <message numerus="yes">
        <source>Speed limit of %n job(s), each:</source>
        <translation>
            <numerusform>%n 个任务的单独限速：</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual speed limits</source>
        <translation>常用限速</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>Another limit</source>
        <translation>其他限速</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>限速</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>dip::ui::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>dip::ui::LogPanel</name>
    <message>
        <source>Export the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>Log (*.log);;All files (*)</source>
        <translation>日志 (*.log);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The log could not be written: %1</source>
        <translation>无法写入日志：%1</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>最低级别</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Stay at the end as new lines come</source>
        <translation>有新内容时保持在末尾</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the chosen lines, or all of them; without secrets</source>
        <translation>复制所选行或全部行，不含机密信息</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Close the log</source>
        <translation>关闭日志</translation>
    </message>
    <message>
        <source>Only lines of this job are shown: %1. Press to show all.</source>
        <translation>只显示此任务的日志：%1。按下可显示全部。</translation>
    </message>
</context>
<context>
    <name>dip::ui::MainWindow</name>
    <message>
        <source>Image archives</source>
        <translation>镜像归档</translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.xz *.tar.zst *.tar.bz2 *.zip);;All files (*)</source>
        <translation>镜像归档 (*.tar *.tar.gz *.tgz *.tar.xz *.tar.zst *.tar.bz2 *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder of image archives</source>
        <translation>镜像归档文件夹</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>缓存文件夹</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>jobs: running/all</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>This is no image archive</source>
        <translation>这不是镜像归档</translation>
    </message>
    <message numerus="yes">
        <source>Import %n archive(s), %1</source>
        <translation>
            <numerusform>导入 %n 个归档，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look for images in %n folder(s)</source>
        <translation>
            <numerusform>在 %n 个文件夹中查找镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are running. Quitting pauses them; they can go on at the next start.</source>
        <translation>
            <numerusform>有 %n 个任务正在进行。退出会暂停它们，下次启动时可继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Docker Image Pusher</source>
        <translation>Docker Image Pusher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pause and quit</source>
        <translation>暂停并退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Image archives to import</source>
        <translation>要导入的镜像归档</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>在托盘中继续运行</translation>
    </message>
    <message>
        <source>Looking into what was dropped on %1…</source>
        <translation>正在查看拖放到 %1 的内容…</translation>
    </message>
</context>
<context>
    <name>dip::ui::PlanModel</name>
    <message numerus="yes">
        <source>%n image(s) to go</source>
        <translation>
            <numerusform>%n 个镜像将被清理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to go</source>
        <translation>
            <numerusform>%n 个文件将被清理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) to stay</source>
        <translation>
            <numerusform>%n 个镜像予以保留</numerusform>
        </translation>
    </message>
    <message>
        <source>is pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>is needed by a job</source>
        <translation>有任务需要</translation>
    </message>
    <message>
        <source>Blob %1</source>
        <translation>数据块 %1</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>清理的内容</translation>
    </message>
    <message>
        <source>Size or reason</source>
        <translation>大小或原因</translation>
    </message>
</context>
<context>
    <name>dip::ui::PlatformButton</name>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>All platforms</source>
        <translation>全部平台</translation>
    </message>
</context>
<context>
    <name>dip::ui::PositionBar</name>
    <message>
        <source>Position in line:</source>
        <translation>队列中的位置：</translation>
    </message>
    <message>
        <source>Position in line</source>
        <translation>队列中的位置</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1 个</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>dip::ui::ProxyForm</name>
    <message>
        <source>Takes effect with the next job.</source>
        <translation>从下一个任务起生效。</translation>
    </message>
    <message>
        <source>Give host and port, for example proxy.example.cn:3128 or socks5://10.0.0.1:1080.</source>
        <translation>请输入主机和端口，例如 proxy.example.cn:3128 或 socks5://10.0.0.1:1080。</translation>
    </message>
    <message>
        <source>An address with a password is not taken, since it would be kept in plain text. Set HTTPS_PROXY in the environment for it.</source>
        <translation>不接受带密码的地址，因为它会以明文保存。请改用环境变量 HTTPS_PROXY。</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>代理(&amp;X)</translation>
    </message>
    <message>
        <source>As the environment says (HTTPS_PROXY)</source>
        <translation>按环境变量（HTTPS_PROXY）</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>使用此代理</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>for example proxy.example.cn:3128</source>
        <translation>例如 proxy.example.cn:3128</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Not f&amp;or</source>
        <translation>不用于(&amp;O)</translation>
    </message>
    <message>
        <source>for example .example.cn, 10.0.0.0/8</source>
        <translation>例如 .example.cn, 10.0.0.0/8</translation>
    </message>
    <message>
        <source>Hosts that are reached without the proxy</source>
        <translation>不经代理访问的主机</translation>
    </message>
</context>
<context>
    <name>dip::ui::PullSheet</name>
    <message>
        <source>Asking for tags…</source>
        <translation>正在获取标签…</translation>
    </message>
    <message>
        <source>This repository has no tags.</source>
        <translation>该仓库没有标签。</translation>
    </message>
    <message numerus="yes">
        <source>Pull %n image(s)</source>
        <translation>
            <numerusform>拉取 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a registry to pull from.</source>
        <translation>请添加要从中拉取的镜像仓库。</translation>
    </message>
    <message>
        <source>Pull from a registry</source>
        <translation>从镜像仓库拉取</translation>
    </message>
    <message>
        <source>&amp;Registry</source>
        <translation>镜像仓库(&amp;R)</translation>
    </message>
    <message>
        <source>Repositor&amp;y</source>
        <translation>仓库(&amp;Y)</translation>
    </message>
    <message>
        <source>for example library/nginx</source>
        <translation>例如 library/nginx</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>&amp;Platforms</source>
        <translation>平台(&amp;P)</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>This machine&apos;s (%1)</source>
        <translation>本机平台（%1）</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部平台</translation>
    </message>
    <message>
        <source>&amp;Name in the cache</source>
        <translation>缓存中的名称(&amp;N)</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同名称</translation>
    </message>
    <message>
        <source>Name in the cache</source>
        <translation>缓存中的名称</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags in the registry</source>
        <translation>镜像仓库中的标签</translation>
    </message>
    <message>
        <source>List tags</source>
        <translation>列出标签</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The repository&apos;s name is not valid: lower-case letters, digits and . _ - / are allowed.</source>
        <translation>仓库名称无效：只能使用小写字母、数字和 . _ - /。</translation>
    </message>
    <message>
        <source>%1 is not a valid tag.</source>
        <translation>%1 不是有效的标签。</translation>
    </message>
    <message>
        <source>The name in the cache is not valid: lower-case letters, digits and . _ - / are allowed.</source>
        <translation>缓存中的名称无效：只能使用小写字母、数字和 . _ - /。</translation>
    </message>
    <message>
        <source>Not encrypted: plain HTTP</source>
        <translation>未加密：明文 HTTP</translation>
    </message>
    <message>
        <source>Chosen ones</source>
        <translation>所选平台</translation>
    </message>
    <message>
        <source>Type tags, or choose below</source>
        <translation>输入标签，或在下方选择</translation>
    </message>
</context>
<context>
    <name>dip::ui::PushModel</name>
    <message>
        <source>Not a valid name: lower-case letters, digits and . _ - / are allowed, then : and a tag.</source>
        <translation>名称无效：只能使用小写字母、数字和 . _ - /，后接 : 和标签。</translation>
    </message>
    <message>
        <source>Another image would get the same name.</source>
        <translation>与另一个镜像的名称相同。</translation>
    </message>
    <message>
        <source>Name in the registry</source>
        <translation>镜像仓库中的名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>This image has none of the chosen platforms.</source>
        <translation>该镜像不包含所选的任何平台。</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>will be replaced</source>
        <translation>将被覆盖</translation>
    </message>
    <message>
        <source>another image: what now?</source>
        <translation>已有其他镜像，请选择</translation>
    </message>
    <message>
        <source>after the import</source>
        <translation>导入后推送</translation>
    </message>
    <message>
        <source>In the registry</source>
        <translation>镜像仓库中</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>after the pull</source>
        <translation>拉取后</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
</context>
<context>
    <name>dip::ui::PushOptions</name>
    <message>
        <source>The expression cannot be understood: %1</source>
        <translation>无法识别该表达式：%1</translation>
    </message>
    <message>
        <source>&amp;Registry</source>
        <translation>镜像仓库(&amp;R)</translation>
    </message>
    <message>
        <source>Not encrypted: plain HTTP</source>
        <translation>未加密：明文 HTTP</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Keep as they are</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Put below the project</source>
        <translation>放到项目下</translation>
    </message>
    <message>
        <source>Project and last part only</source>
        <translation>项目加名称末段</translation>
    </message>
    <message>
        <source>Replace a host or text</source>
        <translation>替换主机名或文本</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Pr&amp;oject</source>
        <translation>项目(&amp;O)</translation>
    </message>
    <message>
        <source>for example prod</source>
        <translation>例如 prod</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>查找(&amp;D)</translation>
    </message>
    <message>
        <source>for example old.example.cn/team</source>
        <translation>例如 old.example.cn/team</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace &amp;with</source>
        <translation>替换为(&amp;W)</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>In a regular expression, \1 stands for the first group</source>
        <translation>在正则表达式中，\1 表示第一个分组</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{tag} is the image&apos;s own tag, {date} is today</source>
        <translation>{tag} 为镜像自身的标签，{date} 为今天的日期</translation>
    </message>
    <message>
        <source>&amp;Platforms</source>
        <translation>平台(&amp;P)</translation>
    </message>
    <message>
        <source>Leaving out platforms makes another index, so the digest in the registry is a new one.</source>
        <translation>去掉部分平台会生成新的索引，因此镜像仓库中的摘要会改变。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>&amp;Layers at once</source>
        <translation>同时传输层数(&amp;L)</translation>
    </message>
    <message>
        <source>Layers at once</source>
        <translation>同时传输层数</translation>
    </message>
    <message>
        <source>Retrie&amp;s</source>
        <translation>重试次数(&amp;S)</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>How often a lost connection is tried again, for this registry</source>
        <translation>连接中断后的重试次数，仅对该镜像仓库有效</translation>
    </message>
    <message>
        <source>Speed li&amp;mit</source>
        <translation>限速(&amp;M)</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>限速</translation>
    </message>
    <message>
        <source>For this registry, all jobs together</source>
        <translation>该镜像仓库的所有任务合计</translation>
    </message>
    <message>
        <source>&amp;Existing layers</source>
        <translation>已有的层(&amp;E)</translation>
    </message>
    <message>
        <source>Skip what the registry has</source>
        <translation>跳过镜像仓库已有的层</translation>
    </message>
    <message>
        <source>Send everything again</source>
        <translation>全部重新上传</translation>
    </message>
    <message>
        <source>Existing layers</source>
        <translation>已有的层</translation>
    </message>
</context>
<context>
    <name>dip::ui::PushSheet</name>
    <message numerus="yes">
        <source>Push %n image(s)</source>
        <translation>
            <numerusform>推送 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a registry to push to.</source>
        <translation>请添加要推送到的镜像仓库。</translation>
    </message>
    <message>
        <source>Pushing begins as soon as the import is done.</source>
        <translation>导入完成后立即开始推送。</translation>
    </message>
    <message>
        <source>Asking the registry what is already there…</source>
        <translation>正在查询镜像仓库中已有的内容…</translation>
    </message>
    <message>
        <source>Push to a registry</source>
        <translation>推送到镜像仓库</translation>
    </message>
    <message>
        <source>Images and their names in the registry</source>
        <translation>镜像及其在镜像仓库中的名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) stand for another image in the registry. Overwrite, skip or rename each of them.</source>
        <translation>
            <numerusform>镜像仓库中有 %n 个名称对应其他镜像，请逐一选择覆盖、跳过或重命名。</numerusform>
        </translation>
    </message>
    <message>
        <source>Full name: %1</source>
        <translation>完整名称：%1</translation>
    </message>
    <message numerus="yes">
        <source>Will upload %1 of %2 (%3 of %n layer(s) are already in the registry).</source>
        <translation>
            <numerusform>将上传 %1（共 %2），镜像仓库中已有 %3 / %n 层。</numerusform>
        </translation>
    </message>
    <message>
        <source>The registry was not asked.</source>
        <translation>未查询镜像仓库。</translation>
    </message>
    <message>
        <source>Looking first, then pushing. Press again to push at once.</source>
        <translation>正在查询，随后开始推送。再次点击则立即推送。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <comment>file, reason</comment>
        <translation>无法使用 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of the list are not in the cache: %1</source>
        <translation>
            <numerusform>清单中有 %n 个镜像不在缓存中：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as delivery list</source>
        <translation>保存为交付清单</translation>
    </message>
    <message>
        <source>Delivery lists (*.json)</source>
        <translation>交付清单 (*.json)</translation>
    </message>
    <message>
        <source>Open delivery list</source>
        <translation>打开交付清单</translation>
    </message>
    <message>
        <source>Delivery lists (*.json);;All files (*)</source>
        <translation>交付清单 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Overwrite all</source>
        <translation>全部覆盖</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>全部跳过</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Fill down path and tag of the first</source>
        <translation>用第一行的路径和标签向下填充</translation>
    </message>
    <message>
        <source>Name by the rule again</source>
        <translation>恢复按规则命名</translation>
    </message>
    <message>
        <source>Remove from this push</source>
        <translation>从本次推送中移除</translation>
    </message>
    <message>
        <source>Do not ask</source>
        <translation>不查询</translation>
    </message>
    <message>
        <source>Delivery list</source>
        <translation>交付清单</translation>
    </message>
    <message>
        <source>Save as delivery list…</source>
        <translation>保存为交付清单…</translation>
    </message>
    <message>
        <source>Open delivery list…</source>
        <translation>打开交付清单…</translation>
    </message>
    <message numerus="yes">
        <source>You may push, and %1 of %2 will be uploaded (%3 of %n layer(s) are already in the registry).</source>
        <translation>
            <numerusform>允许推送，将上传 %1（共 %2），镜像仓库中已有 %3 / %n 层。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each image is pulled into the cache first, then it is pushed.</source>
        <translation>每个镜像先拉取到缓存，然后推送。</translation>
    </message>
</context>
<context>
    <name>dip::ui::RateBox</name>
    <message>
        <source> kB/s</source>
        <comment>follows a number</comment>
        <translation> kB/秒</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no speed limit</comment>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>dip::ui::RateButton</name>
    <message>
        <source>No speed limit</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>限速 %1</translation>
    </message>
    <message>
        <source>Speed limit for all jobs together; it takes effect at once</source>
        <translation>所有任务合计的限速，立即生效</translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistriesPage</name>
    <message>
        <source>Registries</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>Add a registry</source>
        <translation>添加镜像仓库</translation>
    </message>
    <message>
        <source>No registry yet</source>
        <translation>还没有镜像仓库</translation>
    </message>
    <message>
        <source>Add the Harbor, Nexus, Quay or other registry that images are pushed to or pulled from.</source>
        <translation>添加用于推送或拉取镜像的 Harbor、Nexus、Quay 等镜像仓库。</translation>
    </message>
    <message>
        <source>All registries that docker knows here are in the list already.</source>
        <translation>本机 docker 配置中的镜像仓库都已在列表中。</translation>
    </message>
    <message>
        <source>docker&apos;s configuration on this machine names no registry.</source>
        <translation>本机 docker 配置中没有镜像仓库。</translation>
    </message>
    <message numerus="yes">
        <source>%n registry(s) were taken over: %1</source>
        <translation>
            <numerusform>已导入 %n 个镜像仓库：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>docker gave no password for: %1. It is asked for when needed.</source>
        <translation>docker 没有提供以下镜像仓库的密码：%1。需要时会询问。</translation>
    </message>
    <message>
        <source>Import from docker</source>
        <translation>从 docker 导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Push to %1</source>
        <translation>推送到 %1</translation>
    </message>
    <message>
        <source>Copy to %1</source>
        <translation>复制到 %1</translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryCombo</name>
    <message>
        <source>Registry</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>registry: name, address</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Add a registry…</source>
        <translation>添加镜像仓库…</translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryContents</name>
    <message>
        <source>This registry holds no image yet.</source>
        <translation>该镜像仓库中还没有镜像。</translation>
    </message>
    <message>
        <source>The repositories cannot be listed: %1 Type a repository&apos;s name above.</source>
        <translation>无法列出仓库：%1请在上方输入仓库名称。</translation>
    </message>
    <message>
        <source>Asking for repositories…</source>
        <translation>正在查询仓库…</translation>
    </message>
    <message>
        <source>Repository, for example library/nginx</source>
        <translation>仓库，例如 library/nginx</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Show tags</source>
        <translation>显示标签</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Repositories and tags</source>
        <translation>仓库和标签</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>拉取…</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>复制引用</translation>
    </message>
    <message>
        <source>%1 holds no image yet.</source>
        <translation>%1 中还没有镜像。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tag(s) from the registry…</source>
        <translation>
            <numerusform>从镜像仓库删除 %n 个标签…</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n image(s) to another registry…</source>
        <translation>
            <numerusform>将 %n 个镜像复制到其他镜像仓库…</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>复制到…</translation>
    </message>
    <message>
        <source>Copy to another registry; or drag tags onto it in the list</source>
        <translation>复制到其他镜像仓库；也可将标签拖到列表中的镜像仓库上</translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryEditor</name>
    <message>
        <source>There is no keychain here, so the password is kept until the program ends.</source>
        <translation>本机没有密钥环，密码只保留到程序退出。</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>The certificate must be trusted by this system.</source>
        <translation>证书必须受本系统信任。</translation>
    </message>
    <message>
        <source>Choose the PEM file of the authority that signed the certificate.</source>
        <translation>请选择签发该证书的机构的 PEM 文件。</translation>
    </message>
    <message>
        <source>The chosen certificates are trusted for this registry only.</source>
        <translation>所选证书仅对该镜像仓库有效。</translation>
    </message>
    <message>
        <source>Nothing is encrypted, the password neither. Use it in trusted networks only.</source>
        <translation>包括密码在内均不加密，仅限可信网络使用。</translation>
    </message>
    <message>
        <source>Certificates of the authority</source>
        <translation>签发机构的证书</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>证书 (*.crt *.pem *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>New registry</source>
        <translation>新建镜像仓库</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>harbor.example.cn or 10.0.0.5:5000</source>
        <translation>harbor.example.cn 或 10.0.0.5:5000</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Pr&amp;oject</source>
        <translation>项目(&amp;O)</translation>
    </message>
    <message>
        <source>optional, where pushes go</source>
        <translation>可选，推送的目标项目</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>empty: anonymous</source>
        <translation>留空则匿名</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Keep the password in the system&apos;s keychain</source>
        <translation>将密码保存到系统密钥环</translation>
    </message>
    <message>
        <source>&amp;Security</source>
        <translation>安全(&amp;S)</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>HTTPS, check the certificate</source>
        <translation>HTTPS，校验证书</translation>
    </message>
    <message>
        <source>Plain HTTP, not encrypted</source>
        <translation>明文 HTTP，不加密</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Exactly one certificate is taken, whoever signed it, and no other.</source>
        <translation>只接受这一个证书，不论由谁签发，其他证书一律拒绝。</translation>
    </message>
    <message>
        <source>HTTPS, trust an authority&apos;s file</source>
        <translation>HTTPS，信任指定的 CA 文件</translation>
    </message>
    <message>
        <source>HTTPS, trust one certificate by its fingerprint</source>
        <translation>HTTPS，按指纹信任一个证书</translation>
    </message>
    <message>
        <source>View certificate</source>
        <translation>查看证书</translation>
    </message>
    <message>
        <source>Push at once what is dropped on this registry</source>
        <translation>拖放到此镜像仓库的内容立即推送</translation>
    </message>
    <message>
        <source>Archives that are dropped on it in the list are imported and pushed without further questions, into the project above. Tags that exist there are replaced. Where a name is missing or an archive is not whole, the form opens as always.</source>
        <translation>拖放到列表中此镜像仓库上的归档会直接导入并推送到上面的项目，不再询问。已存在的标签会被替换。如果缺少名称或归档不完整，则照常打开表单。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryModel</name>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>certificate checked</source>
        <translation>已校验证书</translation>
    </message>
    <message>
        <source>own authority</source>
        <translation>指定 CA</translation>
    </message>
    <message>
        <source>one certificate</source>
        <translation>指定证书</translation>
    </message>
    <message>
        <source>reached %1</source>
        <translation>%1 连接正常</translation>
    </message>
    <message>
        <source>not reached %1</source>
        <translation>%1 连接失败</translation>
    </message>
</context>
<context>
    <name>dip::ui::RegistryTreeModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>platform, size</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Repository and tag</source>
        <translation>仓库和标签</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>dip::ui::RenameBar</name>
    <message>
        <source>This is no image name. It is written like team/app:1.0, with small letters in the repository.</source>
        <translation>这不是有效的镜像名称。名称形如 team/app:1.0，仓库部分只能用小写字母。</translation>
    </message>
    <message>
        <source>A name needs a tag; the digest is known already.</source>
        <translation>名称需要一个标签；摘要本来就是已知的。</translation>
    </message>
    <message>
        <source>%1 is there already. Delete or rename that image first.</source>
        <translation>%1 已存在。请先删除或重命名那个镜像。</translation>
    </message>
    <message>
        <source>New name for %1</source>
        <translation>%1 的新名称</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Add as second name</source>
        <translation>添加为第二个名称</translation>
    </message>
    <message>
        <source>The image keeps its name and gets this one, too; that takes no disk space.</source>
        <translation>镜像保留原名称，同时增加这个名称；不占用磁盘空间。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>dip::ui::SettingsPage</name>
    <message>
        <source>%1
%2 free on this disk</source>
        <translation>%1
该磁盘可用 %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>任务处理</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Cache fol&amp;der</source>
        <translation>缓存文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the cache folder</source>
        <translation>选择缓存文件夹</translation>
    </message>
    <message>
        <source>Jobs at on&amp;ce</source>
        <translation>同时进行的任务(&amp;C)</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>同时进行的任务</translation>
    </message>
    <message>
        <source>Layers at once in each jo&amp;b</source>
        <translation>每个任务同时传输的层(&amp;B)</translation>
    </message>
    <message>
        <source>Layers at once in each job</source>
        <translation>每个任务同时传输的层</translation>
    </message>
    <message>
        <source>&amp;Speed limit for all jobs together</source>
        <translation>所有任务合计的限速(&amp;S)</translation>
    </message>
    <message>
        <source>Speed limit for all jobs together</source>
        <translation>所有任务合计的限速</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Tell when all jobs have e&amp;nded</source>
        <translation>任务全部结束时通知(&amp;N)</translation>
    </message>
    <message>
        <source>Tell when a job n&amp;eeds you</source>
        <translation>有任务需要处理时通知(&amp;E)</translation>
    </message>
    <message>
        <source>Icon in the tra&amp;y, so that jobs go on when the window is closed</source>
        <translation>在系统托盘显示图标，关闭窗口后任务继续进行(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while jobs run</source>
        <translation>任务运行时不让计算机休眠(&amp;K)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>dip::ui::Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>dip::ui::Sidebar</name>
    <message>
        <source>%1, %2, needs you</source>
        <comment>read aloud</comment>
        <translation>%1，%2，需要处理</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>read aloud: section, badge</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Disk usage</source>
        <translation>磁盘占用</translation>
    </message>
</context>
<context>
    <name>dip::ui::SignInForm</name>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>密码或令牌</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keychain</source>
        <translation>保存到系统密钥环</translation>
    </message>
    <message>
        <source>Sign in and continue</source>
        <translation>登录并继续</translation>
    </message>
</context>
<context>
    <name>dip::ui::StatusRow</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 个等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n 个已暂停</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>没有进行中的任务</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>显示任务</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) need you</source>
        <translation>
            <numerusform>%n 个任务需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is asked</source>
        <translation>显示待处理的问题</translation>
    </message>
    <message>
        <source>Cache %1</source>
        <translation>缓存 %1</translation>
    </message>
    <message>
        <source>disk free %1</source>
        <translation>磁盘可用 %1</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show or hide the log (Ctrl+L)</source>
        <translation>显示或隐藏日志（Ctrl+L）</translation>
    </message>
</context>
<context>
    <name>dip::ui::TagDeletionBar</name>
    <message numerus="yes">
        <source>Delete %n tag(s) from %1? This cannot be undone.</source>
        <translation>
            <numerusform>从 %1 删除 %n 个标签？此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were not chosen, but stand for the same images and go with them.</source>
        <translation>
            <numerusform>其中 %n 个并未选中，但指向同样的镜像，会一并删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) of several platforms stay, but lose one.</source>
        <translation>
            <numerusform>%n 个多平台标签会保留，但会失去一个平台。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n tag(s) the registry could not say what they stand for; they may go, too.</source>
        <translation>
            <numerusform>镜像仓库无法说明 %n 个标签指向什么，它们也可能一并删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Space comes back only when the registry collects its garbage.</source>
        <translation>镜像仓库进行垃圾回收后才会释放空间。</translation>
    </message>
    <message>
        <source>%1  –  the same image, goes with it</source>
        <translation>%1  –  同一个镜像，一并删除</translation>
    </message>
    <message>
        <source>%1  –  stays, but loses a platform</source>
        <translation>%1  –  保留，但失去一个平台</translation>
    </message>
    <message>
        <source>Looking which tags stand for the same images: %1 of %2…</source>
        <translation>正在查找指向同样镜像的标签：%1 / %2…</translation>
    </message>
    <message>
        <source>Looking which tags stand for the same images…</source>
        <translation>正在查找指向同样镜像的标签…</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n tag(s)…</source>
        <translation>
            <numerusform>正在删除 %n 个标签…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n tag(s).</source>
        <translation>
            <numerusform>已删除 %n 个标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>These tags are gone already.</source>
        <translation>这些标签已经不存在。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tag(s)</source>
        <translation>
            <numerusform>删除 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show job</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tags that are deleted</source>
        <translation>将被删除的标签</translation>
    </message>
</context>
<context>
    <name>dip::ui::TrashModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>images</comment>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>What emptying only this gives back</source>
        <translation>只清除此项可释放的空间</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保留到</translation>
    </message>
    <message>
        <source>Frees</source>
        <translation>可释放</translation>
    </message>
</context>
<context>
    <name>dip::ui::TrashSheet</name>
    <message numerus="yes">
        <source>Restore %n image(s)</source>
        <translation>
            <numerusform>恢复 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Emptying the trash frees %1. Until then its images can be restored, byte for byte.</source>
        <translation>清空回收站可释放 %1。在此之前，其中的镜像可以原样恢复。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) for good? This frees %1 at once and cannot be undone.</source>
        <translation>
            <numerusform>永久删除 %n 个镜像？将立即释放 %1，且无法撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) (%1)</source>
        <translation>
            <numerusform>删除 %n 个镜像（%1）</numerusform>
        </translation>
    </message>
    <message>
        <source>Trash of the cache</source>
        <translation>缓存回收站</translation>
    </message>
    <message>
        <source>Deletions in the trash</source>
        <translation>回收站中的删除记录</translation>
    </message>
    <message numerus="yes">
        <source>The trash is empty. Images that you delete from the cache can be brought back from here for %n day(s).</source>
        <translation>
            <numerusform>回收站是空的。从缓存中删除的镜像，%n 天内可以从这里恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>dip::ui::Treemap</name>
    <message>
        <source>No image takes space here.</source>
        <translation>这里没有镜像占用空间。</translation>
    </message>
</context>
<context>
    <name>dip::ui::TreemapLegend</name>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>shared with chosen</source>
        <translation>与所选共享</translation>
    </message>
    <message>
        <source>to be cleaned</source>
        <translation>将被清理</translation>
    </message>
</context>
<context>
    <name>dip::ui::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Add images…</source>
        <translation>添加镜像(&amp;A)…</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>添加镜像…</translation>
    </message>
    <message>
        <source>Choose image archives to import (%1)</source>
        <translation>选择要导入的镜像归档（%1）</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Push…</source>
        <translation>推送(&amp;P)…</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>推送…</translation>
    </message>
    <message>
        <source>Push the chosen images (%1)</source>
        <translation>推送所选镜像（%1）</translation>
    </message>
    <message>
        <source>Pu&amp;ll…</source>
        <translation>拉取(&amp;L)…</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>拉取…</translation>
    </message>
    <message>
        <source>Pull an image into the cache (%1)</source>
        <translation>将镜像拉取到缓存（%1）</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Pause &amp;all</source>
        <translation>全部暂停(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation>全部继续(&amp;R)</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>重试失败的任务(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear finished</source>
        <translation>清除已结束(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>缓存(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Registries</source>
        <translation>镜像仓库(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>Find a co&amp;mmand…</source>
        <translation>查找命令(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Help and keys</source>
        <translation>帮助与快捷键(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门步骤(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;delivery list…</source>
        <translation>打开交付清单(&amp;D)…</translation>
    </message>
    <message>
        <source>Cl&amp;ean the cache…</source>
        <translation>清理缓存(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Disk usage</source>
        <translation>磁盘占用(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Undo the last deletion</source>
        <translation>撤销上次删除(&amp;U)</translation>
    </message>
    <message>
        <source>Show the &amp;trash</source>
        <translation>查看回收站(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Verify the whole cache</source>
        <translation>校验整个缓存(&amp;V)</translation>
    </message>
    <message>
        <source>Refres&amp;h</source>
        <translation>刷新(&amp;H)</translation>
    </message>
</context>
</TS>
