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
        var database = Databases.Open(options.Database, options.DataFolder);
        try
        {
            await Migrator.MigrateAsync(database, cancellation);
            var keys = await VaultStart.OpenAsync(KeySource.Of(options, Environment.GetEnvironmentVariable(KeySource.Variable)), database, cancellation);
            var identity = await ServiceKey.OpenAsync(database, keys, cancellation);
            return Compose(options, address, database, keys, identity, notes);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Compose(ServerOptions options, OwnAddress address, Database database, KeyRing keys, ServiceKey identity, IReadOnlyList<Problem> notes)
    {
        // Settings are read from the content root; the folder that somebody happens to be in is not to be trusted with them.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.DataFolder });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.AddTransport(options.Connections);
        builder.Logging.ClearProviders();
        if (options.Logs)
            AddLogs(builder.Logging);
        AddServices(builder.Services, options, database, keys);
        builder.Services.AddSingleton(address);
        builder.Services.AddSingleton(new StartNotes(notes));
        builder.Services.AddIdentity(identity, options);
        var app = builder.Build();
        Map(app, options);
        // Too few files are told before anybody connects.
        app.Services.GetRequiredService<ConnectionPlaces>();
        return app;
    }

    // Standard output is for what somebody asked for; and that the host does not start, or ends, is told by the process, in words.
    private static void AddLogs(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, Database database, KeyRing keys)
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
        services.AddVault(keys);
        services.AddCredentials();
        services.AddAccess();
        services.AddEnvironments();
        services.AddApplications();
        services.AddQueue();
        services.AddWorkers();
        services.AddBuilds();
        services.AddEvents();
        services.AddDescription();
        services.AddHealth();
        services.AddRequests();
        services.AddBlobs();
        services.AddRevisions();
        services.AddLaunches();
        services.AddArtifacts();
        services.AddRetention();
        services.AddLimits();
        services.AddContract();
        services.AddWebhooks();
        services.AddInstall();
        services.AddDiagnostics();
        services.AddProofs();
    }

    private static void Map(WebApplication app, ServerOptions options)
    {
        app.UseTransport(options);
        app.UseTelemetry();
        app.UseMiddleware<ProblemEdge>();
        app.UseRouting();
        app.UseMiddleware<Authentication>();
        app.UseMiddleware<RequestLimiter>();
        app.UseMiddleware<ServerProofs>();
        app.UseMiddleware<MissedIds>();
        app.UseMiddleware<RefusedLaunches>();
        app.UseMiddleware<BodyUnpacking>();
        app.UseMiddleware<JsonBodies>();
        app.UseMiddleware<OnceMiddleware>();
        app.MapCredentials();
        app.MapAccess();
        app.MapEnvironments();
        app.MapApplications();
        app.MapWorkers();
        app.MapBuilds();
        app.MapEvents();
        app.MapDescription();
        app.MapHealth();
        app.MapWebhooks();
        app.MapInstall();
        app.MapBlobs();
        app.MapRevisions();
        app.MapLaunches();
        app.MapArtifacts();
        app.MapRetention();
        app.MapContract();
        app.MapIdentity();
        app.MapDiagnostics();
    }
}
