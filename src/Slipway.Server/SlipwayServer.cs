using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Slipway.Listening;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Applications;
using Slipway.Server.Artifacts;
using Slipway.Server.Blobs;
using Slipway.Server.Builds;
using Slipway.Server.Contract;
using Slipway.Server.Credentials;
using Slipway.Server.Description;
using Slipway.Server.Diagnostics;
using Slipway.Server.Environments;
using Slipway.Server.Events;
using Slipway.Server.Health;
using Slipway.Server.Identity;
using Slipway.Server.Install;
using Slipway.Server.Launches;
using Slipway.Server.Limits;
using Slipway.Server.Proofs;
using Slipway.Server.Queue;
using Slipway.Server.Requests;
using Slipway.Server.Retention;
using Slipway.Server.Revisions;
using Slipway.Server.Store;
using Slipway.Server.Telemetry;
using Slipway.Server.Transport;
using Slipway.Server.Vault;
using Slipway.Server.Webhooks;
using Slipway.Server.Workers;

namespace Slipway.Server;

/// <summary>The builder as a service: composes its features into a web application.</summary>
public static class SlipwayServer
{
    /// <summary>Prepares a server: opens the database, brings its schema up to date, and maps every route.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">The options, the database or the keys cannot be used.</exception>
    public static async Task<WebApplication> CreateAsync(ServerOptions options, CancellationToken cancellation = default)
    {
        var address = new OwnAddress(options);
        var notes = DataFolder.Prepare(options);
        var database = DatabaseFactory.Open(options.Database, options.DataFolder);
        try
        {
            await Migrator.MigrateAsync(database, cancellation);
            var keys = await VaultStart.OpenAsync(KeySource.Of(options, Environment.GetEnvironmentVariable(KeySource.Variable)), database, cancellation);
            var identity = await ServiceSigningKey.OpenAsync(database, keys, cancellation);
            return Compose(options, address, database, keys, identity, notes);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Compose(ServerOptions options, OwnAddress address, Database database, KeyRing keys, ServiceSigningKey identity, IReadOnlyList<Problem> notes)
    {
        // Settings are read from the content root; the folder that somebody happens to be in is not to be trusted with them.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.DataFolder });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.AddTransport(options.Connections);
        builder.Logging.ClearProviders();
        if (options.Logs)
            AddLogs(builder.Logging);
        var features = Features(options, keys, identity);
        AddServices(builder.Services, options, database, features);
        builder.Services.AddSingleton(address);
        builder.Services.AddSingleton(new StartNotes(notes));
        var app = builder.Build();
        Map(app, options, features);
        // Too few files are told before anybody connects.
        app.Services.GetRequiredService<ConnectionPlaces>();
        return app;
    }

    private static IReadOnlyList<IFeature> Features(ServerOptions options, KeyRing keys, ServiceSigningKey identity) =>
    [
        new VaultFeature(keys), new CredentialsFeature(), new AccessFeature(), new EnvironmentsFeature(), new ApplicationsFeature(), new QueueFeature(), new WorkersFeature(),
        new BuildsFeature(), new EventsFeature(), new DescriptionFeature(), new HealthFeature(), new WebhooksFeature(), new InstallFeature(), new RequestsFeature(), new BlobsFeature(),
        new RevisionsFeature(), new LaunchesFeature(), new ArtifactsFeature(), new RetentionFeature(), new LimitsFeature(), new ContractFeature(), new IdentityFeature(identity, options),
        new DiagnosticsFeature(), new ProofsFeature(),
    ];

    // Standard output is for what somebody asked for; and that the host does not start, or ends, is told by the process, in words.
    private static void AddLogs(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, Database database, IReadOnlyList<IFeature> features)
    {
        services.AddSingleton(options);
        services.AddSingleton(_ => database);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostLifetime, CallerLifetime>();
        services.ConfigureHttpJsonOptions(json => RequestJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        services.AddTransport(options);
        services.AddTelemetry(options);
        foreach (var feature in features)
            feature.Add(services);
    }

    private static void Map(WebApplication app, ServerOptions options, IReadOnlyList<IFeature> features)
    {
        app.UseTransport(options);
        app.UseTelemetry();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseMiddleware<Authentication>();
        app.UseMiddleware<RequestLimiter>();
        app.UseMiddleware<MachineProofMiddleware>();
        app.UseMiddleware<UnknownIdAudit>();
        app.UseMiddleware<RefusedLaunches>();
        app.UseMiddleware<BodyUnpacking>();
        app.UseMiddleware<JsonBodies>();
        app.UseMiddleware<IdempotencyMiddleware>();
        foreach (var feature in features)
            feature.Map(app);
    }
}
