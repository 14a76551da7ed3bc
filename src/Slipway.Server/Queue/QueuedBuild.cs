namespace Slipway.Server.Queue;

/// <summary>What the queue keeps of a build that waits, as it is in the table.</summary>
internal sealed record QueuedBuild
{
    /// <summary>The columns, in the order of <see cref="Values"/>.</summary>
    public const string Columns = """
        environment_key, application_key, build_key, revision, platform, build_type, framework, builder_version, version_locked,
            app_identifier, version_number, version_code, request, priority, channel
        """;

    /// <summary>Parameters for the columns.</summary>
    public const string Values = """
        @EnvironmentKey, @ApplicationKey, @BuildKey, @Revision, @Platform, @BuildType, @Framework, @BuilderVersion, @VersionLocked,
            @AppIdentifier, @VersionNumber, @VersionCode, @Request, @Priority, @Channel
        """;

    /// <summary>The environment.</summary>
    public required string EnvironmentKey { get; init; }

    /// <summary>The application.</summary>
    public required string ApplicationKey { get; init; }

    /// <summary>The revision's key.</summary>
    public required string BuildKey { get; init; }

    /// <summary>The revision's number.</summary>
    public required long Revision { get; init; }

    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>What the package is for; null for what needs the least.</summary>
    public string? BuildType { get; init; }

    /// <summary>The framework that was asked for.</summary>
    public string? Framework { get; init; }

    /// <summary>Version of the builder.</summary>
    public required string BuilderVersion { get; init; }

    /// <summary>1 when that version was asked for, 0 when it is the newest.</summary>
    public long VersionLocked { get; init; }

    /// <summary>Application id that was asked for.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>Version that was asked for.</summary>
    public string? VersionNumber { get; init; }

    /// <summary>Version code that was asked for.</summary>
    public long? VersionCode { get; init; }

    /// <summary>What was asked for, as JSON.</summary>
    public required string Request { get; init; }

    /// <summary>Higher comes first.</summary>
    public long Priority { get; init; }

    /// <summary>Where it was launched from.</summary>
    public required string Channel { get; init; }
}
