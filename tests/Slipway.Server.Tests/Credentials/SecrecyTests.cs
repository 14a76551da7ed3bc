using System.Net.Http.Json;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Slipway.Protocol.Credentials;

namespace Slipway.Server.Tests.Credentials;

/// <summary>Neither a password nor a byte of a key is anywhere but in envelopes: not in answers, not in logs, not in the files of the service.</summary>
public sealed class SecrecyTests
{
    private const string Password = "canary-pass$wörd-of-the-store";
    private const string KeyPassword = "canary-pass$word-of-the-key";
    private const string Wrong = "canary-guess-of-a-password";

    [Fact]
    public async Task Nothing_secret_is_in_answers_logs_or_files()
    {
        var data = "";
        var log = new StringWriter();
        var answers = new StringBuilder();
        byte[] keystore = KeytoolKeystore.Make(Password, "JKS", KeyPassword), certificate = AppleIdentity.Today.Read("dev.p12");
        await using (var bench = await SigningBench.StartAsync(options =>
        {
            data = Directory.CreateTempSubdirectory("slipway-secrecy-").FullName;
            return options with { DataFolder = data, Logs = false };
        }))
        {
            bench.Service.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(new WriterLogs(log));
            var credential = CredentialCalls.Keystore("release", keystore, Password) with { KeyPassword = KeyPassword };
            var wrong = credential with { Name = "other", Password = Wrong };
            foreach (var request in new[] { credential, wrong, wrong with { Password = Password, KeyPassword = Wrong }, CredentialCalls.Certificate("certificate", "dev") })
                await PostAsync(bench, request, answers);
            answers.Append(await bench.Service.Admin.GetStringAsync("/api/v1/credentials", TestContext.Current.CancellationToken));
            answers.Append(await bench.Service.Admin.GetStringAsync("/api/v1/audit", TestContext.Current.CancellationToken));
            foreach (var needle in Needles(keystore, certificate))
            {
                Assert.DoesNotContain(needle, answers.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain(needle, log.ToString(), StringComparison.Ordinal);
            }

            foreach (var file in Directory.GetFiles(data, "*", SearchOption.AllDirectories))
            {
                var bytes = await ReadAsync(file);
                Assert.All(Needles(keystore, certificate), needle => Assert.False(Holds(bytes, needle), $"{file} holds {needle}"));
            }

            // The search finds what is there.
            bench.Service.App.Services.GetRequiredService<ILoggerFactory>().CreateLogger("test").LogWarning("A word {Word}", "for the log");
            Assert.Contains("for the log", log.ToString(), StringComparison.Ordinal);
            Assert.Contains("CN=Upload, O=Slipway Tests", answers.ToString(), StringComparison.Ordinal);
            var database = await ReadAsync(Path.Combine(data, "slipway.db"));
            var wal = await ReadAsync(Path.Combine(data, "slipway.db-wal"));
            Assert.True(Holds([.. database, .. wal], "CN=Upload, O=Slipway Tests"));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static async Task PostAsync(SigningBench bench, NewCredential request, StringBuilder answers)
    {
        using var answer = await bench.Service.Admin.PostAsJsonAsync("/api/v1/credentials", request, TestContext.Current.CancellationToken);
        answers.Append(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        answers.Append(answer.Headers);
    }

    // A window in the middle of the files, where the key is, as bytes, base64 and hexadecimal digits.
    private static IEnumerable<string> Needles(byte[] keystore, byte[] certificate)
    {
        yield return Password;
        yield return KeyPassword;
        yield return Wrong;
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(Password));
        foreach (var file in new[] { keystore, certificate })
        {
            var start = file.Length / 9 * 3;
            var window = file[start..(start + 30)];
            yield return Convert.ToBase64String(window);
            yield return Convert.ToHexStringLower(window);
            yield return Encoding.Latin1.GetString(window);
        }
    }

    private static bool Holds(byte[] bytes, string needle) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(needle)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(needle)) >= 0;

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private sealed class WriterLogs(StringWriter writer) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (writer)
                writer.WriteLine($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
