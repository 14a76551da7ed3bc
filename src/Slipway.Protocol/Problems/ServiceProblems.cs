namespace Slipway.Protocol.Problems;

/// <summary>Problems that the service reports to its callers, and problems that prevent it from answering.</summary>
public static class ServiceProblems
{
    /// <summary>The request is malformed.</summary>
    public static ProblemKind Malformed { get; } = new(
        "SLW-SRV-40001",
        "The request is malformed",
        "The body, a parameter or a header does not have the form that this URL expects.",
        "Compare the request with the description at /openapi/v1.json.");

    /// <summary>A value in the request cannot be used.</summary>
    public static ProblemKind Invalid { get; } = new(
        "SLW-SRV-40002",
        "A value in the request cannot be used",
        "The value has the right form, but makes no sense here.",
        "Correct the named value.");

    /// <summary>The body has an unknown content encoding.</summary>
    public static ProblemKind EncodingUnknown { get; } = new(
        "SLW-SRV-40004",
        "The body has an unknown content encoding",
        "The Content-Encoding header names an encoding that the service does not know.",
        "Compress the body with gzip or br, or send it uncompressed.");

    /// <summary>The URL does not accept this content type.</summary>
    public static ProblemKind ContentTypeUnknown { get; } = new(
        "SLW-SRV-41501",
        "The URL does not accept this content type",
        "The Content-Type header is missing, or names a type that this URL does not accept.",
        "Send JSON as UTF-8 with the header Content-Type: application/json.");

    /// <summary>A path of the revision cannot be used.</summary>
    public static ProblemKind ManifestPath { get; } = new(
        "SLW-SRV-42203",
        "A path of the revision cannot be used",
        "Paths are relative, use forward slashes and occur once. This one is absolute, leads upwards, begins with a drive letter, contains characters that file names cannot have, or is listed twice.",
        "Rename the file that the message names.");

    /// <summary>The revision is too large.</summary>
    public static ProblemKind ManifestTooLarge { get; } = new(
        "SLW-SRV-42204",
        "The revision is too large",
        "The number of files, their total size, and the size of each file are limited.",
        "Remove what does not belong to the app.");

    /// <summary>The body is too large.</summary>
    public static ProblemKind BodyTooLarge { get; } = new(
        "SLW-SRV-40003",
        "The body is too large",
        "Each URL limits the size of bodies, so that one caller cannot fill memory or disk.",
        "Send less at once. Upload files above the limit in pieces.");

    /// <summary>The body came too slowly.</summary>
    public static ProblemKind BodyTooSlow { get; } = new(
        "SLW-SRV-10002",
        "The body came too slowly",
        "The upload stalled, or something on the way holds it back.",
        "Try again: pieces that arrived are kept. If it happens again, run slipway doctor to find out where it stalls.",
        Severity.Error,
        Blame.Network);

    /// <summary>There is no valid token.</summary>
    public static ProblemKind TokenMissing { get; } = new(
        "SLW-SRV-20001",
        "There is no valid token",
        "The request has no token, or one that has expired or was revoked.",
        "Log in with slipway login, or give a token of your organisation.");

    /// <summary>The login was refused.</summary>
    public static ProblemKind LoginRefused { get; } = new(
        "SLW-SRV-20003",
        "The login was refused",
        "The email address or the password is wrong, or the account is disabled.",
        "Check both for typing errors; an administrator of the organisation can set a new password.");

    /// <summary>The token lacks a scope.</summary>
    public static ProblemKind ScopeMissing { get; } = new(
        "SLW-SRV-20002",
        "The token lacks a scope",
        "A token has scopes, and this URL requires one that it lacks.",
        "Ask an administrator for a token with that scope.");

    /// <summary>The link is no longer valid.</summary>
    public static ProblemKind LinkInvalid { get; } = new(
        "SLW-SRV-20010",
        "The link is no longer valid",
        "A signed link is valid for one file, one purpose and a limited time. This one has expired or was changed.",
        "Get a new link from the build's page or with slipway builds show.");

    /// <summary>There is nothing with this name.</summary>
    public static ProblemKind NotFound { get; } = new(
        "SLW-SRV-40401",
        "There is nothing with this name",
        "The name or id is misspelt, or what it names was removed or belongs to another organisation.",
        "Check the id: a list shows those that exist.");

    /// <summary>The service does not answer to this host name.</summary>
    public static ProblemKind HostUnknown { get; } = new(
        "SLW-SRV-42101",
        "The service does not answer to this host name",
        "The request names a host that the service does not know: it was meant for another server, a web page tries to reach the service under a name of its own, or the name is missing in the configuration.",
        "Call the service by its address, or start it with --public-url https://name, or --host name for a further name. A proxy in front passes the name on (nginx: proxy_set_header Host $host), or is named with --trusted-proxy.");

    /// <summary>The address does not take this method.</summary>
    public static ProblemKind MethodNotAllowed { get; } = new(
        "SLW-SRV-40501",
        "The address does not take this method",
        "The address exists, but not for this method.",
        "Compare the request with the description at /openapi/v1.json.");

    /// <summary>The lease was lost.</summary>
    public static ProblemKind LeaseLost { get; } = new(
        "SLW-SRV-10004",
        "The lease was lost",
        "This worker did not renew its lease in time, so another worker got the build; or the build has ended.",
        "You do not need to do anything: the other worker builds it. If it happens often, check the network between worker and service.",
        Severity.Error,
        Blame.Network);

    /// <summary>The name is already in use.</summary>
    public static ProblemKind Exists { get; } = new(
        "SLW-SRV-40902",
        "The name is already in use",
        "Names are unique in an organisation.",
        "Choose another name.");

    /// <summary>Devices cannot install it.</summary>
    public static ProblemKind NotInstallable { get; } = new(
        "SLW-SRV-40020",
        "Devices cannot install it from a page",
        "An install page needs https. It can install APKs, and packages for iOS that are signed for listed devices or in-house distribution, but no bundles and no packages for the App Store or the simulator.",
        "Build an APK, or for iOS adhoc, inhouse or development; and give the service an https address with --public-url.");

    /// <summary>The build has ended.</summary>
    public static ProblemKind Ended { get; } = new(
        "SLW-SRV-40903",
        "The build has ended",
        "A build that has ended cannot change.",
        "Launch a new build.");

    /// <summary>There is nothing to retry.</summary>
    public static ProblemKind NotFailed { get; } = new(
        "SLW-SRV-40904",
        "There is nothing to retry",
        "Only a build that failed or was cancelled can be retried.",
        "Wait for the build, or launch a new one.");

    /// <summary>The build was cancelled.</summary>
    public static ProblemKind Cancelled { get; } = new(
        "SLW-SRV-40905",
        "The build was cancelled",
        "A person or program that may launch builds cancelled it.",
        "Start it again with slipway builds retry, or launch a new build.");

    /// <summary>Keys travel encrypted only.</summary>
    public static ProblemKind Unencrypted { get; } = new(
        "SLW-SRV-20006",
        "Keys travel encrypted only",
        "A worker gets keys and passwords, but its connection to the service is not encrypted.",
        "Give the worker the service's https address. A worker on the same machine may use http.");

    /// <summary>The idempotency key was used for another request.</summary>
    public static ProblemKind IdempotencyMismatch { get; } = new(
        "SLW-SRV-42201",
        "The idempotency key was used for another request",
        "A key stands for one request with one body. This body differs from the first one with this key.",
        "Make a new key for each request.");

    /// <summary>The request is still running.</summary>
    public static ProblemKind StillRunning { get; } = new(
        "SLW-SRV-10005",
        "The request is still running",
        "An earlier request with the same idempotency key has not been answered yet.",
        "Try again in a few seconds with the same key.",
        Severity.Error,
        Blame.Network);

    /// <summary>The content does not have the hash in its name.</summary>
    public static ProblemKind ContentMismatch { get; } = new(
        "SLW-SRV-42202",
        "The content does not have the hash in its name",
        "Bytes were lost or changed on the way, or the file changed while it was sent.",
        "Send the content again.");

    /// <summary>Too many requests.</summary>
    public static ProblemKind RateLimited { get; } = new(
        "SLW-SRV-42901",
        "Too many requests",
        "The number of requests per minute is limited for each operation of an organisation.",
        "Wait for the time in the Retry-After header.");

    /// <summary>Too many logins failed.</summary>
    public static ProblemKind LoginDelayed { get; } = new(
        "SLW-SRV-42902",
        "Too many logins failed",
        "After several wrong passwords, each further login must wait longer, so that nobody can guess passwords. Failures elsewhere do not delay you on a network from which you have logged in before.",
        "Wait for the time in the Retry-After header, then log in with the right password.");

    /// <summary>The organisation's space is used up.</summary>
    public static ProblemKind QuotaExceeded { get; } = new(
        "SLW-SRV-40301",
        "The organisation's space is used up",
        "Files, revisions and artifacts together take more than the organisation's quota.",
        "Remove old builds, or ask the operator of the service for more space.");

    /// <summary>The database does not answer.</summary>
    public static ProblemKind DatabaseUnavailable { get; } = new(
        "SLW-SRV-10001",
        "The database does not answer",
        "The database restarts, or the network to it is broken.",
        "Try again in a few seconds.",
        Severity.Error,
        Blame.Network);

    /// <summary>The blob store does not answer.</summary>
    public static ProblemKind BlobsUnavailable { get; } = new(
        "SLW-SRV-10003",
        "The blob store does not answer",
        "The blob store restarts, or the network to it is broken.",
        "Try again in a few seconds.",
        Severity.Error,
        Blame.Network);

    /// <summary>The service has no space left.</summary>
    public static ProblemKind StorageFull { get; } = new(
        "SLW-SRV-50701",
        "The service has no space left",
        "The disk of the service is full.",
        "Ask the operator of the service to free space, then try again. Nothing was lost.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The database has a newer version.</summary>
    public static ProblemKind SchemaNewer { get; } = new(
        "SLW-SRV-50010",
        "The database has a newer version",
        "A newer version of Slipway has changed the schema, and schemas only go forward.",
        "Run the newer version.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The service cannot use its database or its store.</summary>
    public static ProblemKind OutOfOrder { get; } = new(
        "SLW-SRV-50011",
        "The service cannot use its database or its store",
        "The service runs, but its database or blob store is in a state that will not resolve by itself.",
        "Ask the operator of the service: /health/ready and the log say what is wrong.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The address of the database cannot be used.</summary>
    public static ProblemKind DatabaseAddress { get; } = new(
        "SLW-SRV-40010",
        "The address of the database cannot be used",
        "The service uses PostgreSQL, or SQLite if no address is given.",
        "Write it as postgres://user:password@host:5432/name.");

    /// <summary>The address of the blob store cannot be used.</summary>
    public static ProblemKind BlobsAddress { get; } = new(
        "SLW-SRV-40011",
        "The address of the blob store cannot be used",
        "The service uses an S3-compatible store, or a folder if no address is given.",
        "Write it as s3://bucket?endpoint=https://host&region=name; the keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        Malformed,
        Invalid,
        EncodingUnknown,
        ContentTypeUnknown,
        ManifestPath,
        ManifestTooLarge,
        BodyTooLarge,
        BodyTooSlow,
        TokenMissing,
        LoginRefused,
        ScopeMissing,
        LinkInvalid,
        NotFound,
        HostUnknown,
        MethodNotAllowed,
        LeaseLost,
        Exists,
        NotInstallable,
        Ended,
        NotFailed,
        Cancelled,
        Unencrypted,
        IdempotencyMismatch,
        StillRunning,
        ContentMismatch,
        RateLimited,
        LoginDelayed,
        QuotaExceeded,
        DatabaseUnavailable,
        BlobsUnavailable,
        StorageFull,
        SchemaNewer,
        OutOfOrder,
        DatabaseAddress,
        BlobsAddress,
    ];

    /// <summary>Returns the HTTP status for a problem: by default 400 for errors of the user, and 500 for errors of the service.</summary>
    public static int StatusOf(ProblemKind kind) => Statuses.TryGetValue(kind.Code, out var status) ? status : kind.Blame == Blame.User ? 400 : 500;

    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        [Malformed.Code] = 400,
        [Invalid.Code] = 400,
        [BodyTooLarge.Code] = 413,
        [BodyTooSlow.Code] = 408,
        [TokenMissing.Code] = 401,
        [LoginRefused.Code] = 401,
        [ScopeMissing.Code] = 403,
        [LinkInvalid.Code] = 403,
        [NotFound.Code] = 404,
        [HostUnknown.Code] = 421,
        [MethodNotAllowed.Code] = 405,
        [LeaseLost.Code] = 409,
        [Exists.Code] = 409,
        [Ended.Code] = 409,
        [NotFailed.Code] = 409,
        [Cancelled.Code] = 409,
        [Unencrypted.Code] = 403,
        [IdempotencyMismatch.Code] = 422,
        [StillRunning.Code] = 409,
        [ContentMismatch.Code] = 422,
        [EncodingUnknown.Code] = 415,
        [ContentTypeUnknown.Code] = 415,
        [ManifestPath.Code] = 422,
        [ManifestTooLarge.Code] = 422,
        [RateLimited.Code] = 429,
        [LoginDelayed.Code] = 429,
        [QuotaExceeded.Code] = 403,
        [DatabaseUnavailable.Code] = 503,
        [BlobsUnavailable.Code] = 503,
        [StorageFull.Code] = 507,
        [SchemaNewer.Code] = 500,
        [OutOfOrder.Code] = 500,
        [DatabaseAddress.Code] = 400,
        [BlobsAddress.Code] = 400,
        [EnvironmentProblems.LaunchRefused.Code] = 403,
        [EnvironmentProblems.CodeRefused.Code] = 403,
        [EnvironmentProblems.ProofInvalid.Code] = 403,
        [EnvironmentProblems.ProofMissing.Code] = 401,
    };
}
