namespace Slipway.Protocol.Problems;

/// <summary>What the service refuses, and what keeps it from answering.</summary>
public static class ServerProblems
{
    /// <summary>The request is malformed.</summary>
    public static ProblemKind Malformed { get; } = new(
        "SLW-SRV-40001",
        "The request is malformed",
        "A body, a parameter or a header is not of the form that the address takes.",
        "Compare the request with the description at /openapi/v1.json.");

    /// <summary>A value of the request cannot be used.</summary>
    public static ProblemKind Invalid { get; } = new(
        "SLW-SRV-40002",
        "A value of the request cannot be used",
        "The value is of the right form, but not one that makes sense here.",
        "Correct the value that is named.");

    /// <summary>The body is packed in an unknown way.</summary>
    public static ProblemKind EncodingUnknown { get; } = new(
        "SLW-SRV-40004",
        "The body is packed in an unknown way",
        "The header Content-Encoding names a way of packing that the service does not know.",
        "Pack the body with gzip or br, or not at all.");

    /// <summary>The body is of a type that the address does not take.</summary>
    public static ProblemKind ContentTypeUnknown { get; } = new(
        "SLW-SRV-41501",
        "The body is of a type that the address does not take",
        "The header Content-Type says what the body is. It is missing, or names something that the address cannot read.",
        "Send JSON as UTF-8 with the header Content-Type: application/json.");

    /// <summary>A path of the revision cannot be used.</summary>
    public static ProblemKind ManifestPath { get; } = new(
        "SLW-SRV-42203",
        "A path of the revision cannot be used",
        "Paths are relative and have forward slashes. One that is absolute, leads upwards, begins with a drive letter, has characters that no file name has, or is there twice, does not mean one file.",
        "Rename the file that is named.");

    /// <summary>The revision is too large.</summary>
    public static ProblemKind ManifestTooLarge { get; } = new(
        "SLW-SRV-42204",
        "The revision is too large",
        "A revision may have so many files and bytes, and so may each of its files.",
        "Remove what does not belong to the app.");

    /// <summary>The body is too large.</summary>
    public static ProblemKind BodyTooLarge { get; } = new(
        "SLW-SRV-40003",
        "The body is too large",
        "Each address has a limit, which keeps one caller from filling the memory or the disk of all.",
        "Send less at once; files larger than the limit go up in pieces.");

    /// <summary>The body came too slowly.</summary>
    public static ProblemKind BodyTooSlow { get; } = new(
        "SLW-SRV-10002",
        "The body came too slowly",
        "The upload stalled, or something on the way holds it back.",
        "Try again; pieces that arrived are kept. If it happens again, slipway doctor finds out where it stalls.",
        Severity.Error,
        Blame.Network);

    /// <summary>There is no valid token.</summary>
    public static ProblemKind TokenMissing { get; } = new(
        "SLW-SRV-20001",
        "There is no valid token",
        "The request has no token, or one that has expired or was revoked.",
        "Log in with slipway login, or give a token of the organisation.");

    /// <summary>The login was refused.</summary>
    public static ProblemKind LoginRefused { get; } = new(
        "SLW-SRV-20003",
        "The login was refused",
        "The email address or the password is wrong, or the account is disabled.",
        "Check both for typing errors; an administrator of the organisation can set a new password.");

    /// <summary>The token may not do that.</summary>
    public static ProblemKind ScopeMissing { get; } = new(
        "SLW-SRV-20002",
        "The token may not do that",
        "A token has scopes, and the address asks for one that it lacks.",
        "Ask an administrator for a token with that scope.");

    /// <summary>The link is not valid any more.</summary>
    public static ProblemKind LinkInvalid { get; } = new(
        "SLW-SRV-20010",
        "The link is not valid any more",
        "A link that carries a signature is for one file and one purpose, and only for a while. This one has expired or was changed.",
        "Ask for a new link: the build's page and slipway builds show give one.");

    /// <summary>There is nothing of this name.</summary>
    public static ProblemKind NotFound { get; } = new(
        "SLW-SRV-40401",
        "There is nothing of this name",
        "The name or id is misspelt, or what it named was removed or belongs to somebody else.",
        "Check the id; the list of its kind shows what there is.");

    /// <summary>The service is not called that.</summary>
    public static ProblemKind HostUnknown { get; } = new(
        "SLW-SRV-42101",
        "The service does not go by this name",
        "The request names a host that nobody told the service: it was meant for another server, a page tries to reach the service under a name of its own, or the name is missing in the configuration.",
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
        "The build was given to another worker because this one did not renew its lease in time, or the build has ended.",
        "Nothing: the other worker builds it. If it happens often, check the network between worker and service.",
        Severity.Error,
        Blame.Network);

    /// <summary>There is one of this name already.</summary>
    public static ProblemKind Exists { get; } = new(
        "SLW-SRV-40902",
        "There is one of this name already",
        "Names are unique in an organisation.",
        "Choose another name.");

    /// <summary>Devices cannot install it.</summary>
    public static ProblemKind NotInstallable { get; } = new(
        "SLW-SRV-40020",
        "Devices cannot install it from a page",
        "A page installs APKs, and packages for iOS that are for listed devices or an organisation, over https. Bundles and packages for the store or the simulator go other ways.",
        "Build an APK, or for iOS adhoc, inhouse or development; and give the service an https address with --public-url.");

    /// <summary>The build has ended.</summary>
    public static ProblemKind Ended { get; } = new(
        "SLW-SRV-40903",
        "The build has ended",
        "A build that has ended stays as it is.",
        "Start a new one.");

    /// <summary>There is nothing to begin again.</summary>
    public static ProblemKind NotFailed { get; } = new(
        "SLW-SRV-40904",
        "There is nothing to begin again",
        "Only a build that failed or was cancelled can be retried.",
        "Wait for the build, or launch a new one.");

    /// <summary>The build was cancelled.</summary>
    public static ProblemKind Cancelled { get; } = new(
        "SLW-SRV-40905",
        "The build was cancelled",
        "Somebody who may launch builds has ended this one.",
        "Start it again with slipway builds retry, or build anew.");

    /// <summary>Keys travel encrypted only.</summary>
    public static ProblemKind Unencrypted { get; } = new(
        "SLW-SRV-20006",
        "Keys travel encrypted only",
        "A worker gets keys and passwords, and its connection to the service is not encrypted.",
        "Give the worker the https address of the service. A worker on the same machine may do without.");

    /// <summary>The idempotency key was used for another request.</summary>
    public static ProblemKind IdempotencyMismatch { get; } = new(
        "SLW-SRV-42201",
        "The idempotency key was used for another request",
        "A key stands for one request with one body. This body differs from the one that the key came with first.",
        "Make a new key for each request.");

    /// <summary>The request is still being carried out.</summary>
    public static ProblemKind StillRunning { get; } = new(
        "SLW-SRV-10005",
        "The request is still being carried out",
        "A request with the same idempotency key came before, and its answer is not there yet.",
        "Try again in some seconds with the same key.",
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
        "An organisation may make a number of requests a minute for each operation.",
        "Wait as long as the Retry-After header says.");

    /// <summary>Too many logins failed.</summary>
    public static ProblemKind LoginDelayed { get; } = new(
        "SLW-SRV-42902",
        "Too many logins failed",
        "After some wrong passwords the next login has to wait, longer each time, so that nobody guesses them. From elsewhere, or from where you have logged in before, others do not hold you up.",
        "Wait as long as the Retry-After header says, then log in with the right password.");

    /// <summary>The organisation's space is used up.</summary>
    public static ProblemKind QuotaExceeded { get; } = new(
        "SLW-SRV-40301",
        "The organisation's space is used up",
        "Files, revisions and artifacts together take more than the organisation's quota.",
        "Remove old builds, or ask who runs the service for more.");

    /// <summary>The database does not answer.</summary>
    public static ProblemKind DatabaseUnavailable { get; } = new(
        "SLW-SRV-10001",
        "The database does not answer",
        "The database restarts, or the network to it is broken.",
        "Try again in some seconds.",
        Severity.Error,
        Blame.Network);

    /// <summary>The store of files does not answer.</summary>
    public static ProblemKind BlobsUnavailable { get; } = new(
        "SLW-SRV-10003",
        "The store of files does not answer",
        "The blob store restarts, or the network to it is broken.",
        "Try again in some seconds.",
        Severity.Error,
        Blame.Network);

    /// <summary>The service has no space left.</summary>
    public static ProblemKind StorageFull { get; } = new(
        "SLW-SRV-50701",
        "The service has no space left",
        "The disk of the service is full.",
        "Ask who runs the service to make space. Nothing was lost: try again then.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The database is of a newer version.</summary>
    public static ProblemKind SchemaNewer { get; } = new(
        "SLW-SRV-50010",
        "The database is of a newer version",
        "A newer version of Slipway has changed the schema, and schemas only go forward.",
        "Run the newer version.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The service cannot use its database or its store.</summary>
    public static ProblemKind OutOfOrder { get; } = new(
        "SLW-SRV-50011",
        "The service cannot use its database or its store",
        "The service runs, but its database or its store of files is in a state that does not pass by itself.",
        "Ask who runs the service: /health/ready and its log say what is wrong.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The address of the database cannot be used.</summary>
    public static ProblemKind DatabaseAddress { get; } = new(
        "SLW-SRV-40010",
        "The address of the database cannot be used",
        "The service takes SQLite, without an address, or PostgreSQL.",
        "Write it as postgres://user:password@host:5432/name.");

    /// <summary>The address of the blob store cannot be used.</summary>
    public static ProblemKind BlobsAddress { get; } = new(
        "SLW-SRV-40011",
        "The address of the blob store cannot be used",
        "The service takes a folder, without an address, or an S3-compatible store.",
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

    /// <summary>The HTTP status that a problem is answered with: what users do wrong is 400 where nothing else is said, what we do wrong is 500.</summary>
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
