using System.Net.Sockets;
using Npgsql;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Store;

/// <summary>States that a test cannot bring a real PostgreSQL into, by their codes; the others are in <see cref="PostgresStateTests"/>.</summary>
public sealed class PostgresFaultsTests
{
    [Theory]
    [InlineData("53100", "SLW-SRV-50701")]
    [InlineData("53200", "SLW-SRV-10001")]
    [InlineData("57P01", "SLW-SRV-10001")]
    [InlineData("57P03", "SLW-SRV-10001")]
    [InlineData("08006", "SLW-SRV-10001")]
    [InlineData("25006", "SLW-DBS-50001")]
    [InlineData("42501", "SLW-DBS-20003")]
    [InlineData("23505", null)]
    [InlineData("42601", null)]
    public void Codes_of_PostgreSQL_become_states(string state, string? code)
    {
        var failure = new PostgresException("said", "ERROR", "ERROR", state);
        Assert.Equal(code, PostgresFaults.Describe(failure, "database")?.Code);
        Assert.Equal(code, PostgresFaults.Describe(new InvalidOperationException("around", failure), "database")?.Code);
    }

    [Fact]
    public void What_PostgreSQL_says_counts_more_than_that_another_host_is_away()
    {
        var away = new NpgsqlException("Failed to connect to 127.0.0.1:1", new SocketException((int)SocketError.ConnectionRefused));
        var failure = new NpgsqlException("around", new AggregateException(new PostgresException("said", "FATAL", "FATAL", "28P01"), away));
        Assert.Equal("SLW-DBS-20001", PostgresFaults.Describe(failure, "database")?.Code);
        var problem = PostgresFaults.Describe(new NpgsqlException("around", new AggregateException(away, away)), "database");
        Assert.Equal((ServiceProblems.DatabaseUnavailable, "127.0.0.1:1: Connection refused."), (problem?.Kind, problem?.Message));
    }

    [Fact]
    public void A_name_that_leads_nowhere_and_a_socket_that_is_not_there_have_remedies_of_their_own()
    {
        var name = PostgresFaults.Describe(new SocketException((int)SocketError.HostNotFound), "database");
        Assert.Contains("Check the host", name?.Remedy, StringComparison.Ordinal);
        var socket = PostgresFaults.Describe(new NpgsqlException("Failed to connect to /tmp/.s.PGSQL.5432", new SocketException((int)SocketError.AddressNotAvailable)), "database");
        Assert.Contains("Check the folder of the socket", socket?.Remedy, StringComparison.Ordinal);
        Assert.Null(PostgresFaults.Describe(new IOException("of a file"), "database"));
    }

    [Theory]
    [InlineData(100_023, "UTF8", 0, 0, "SLW-DBS-40004")]
    [InlineData(110_000, "UTF8", 0, 0, null)]
    [InlineData(150_004, "SQL_ASCII", 0, 0, null)]
    [InlineData(150_004, "LATIN1", 0, 0, "SLW-DBS-40003")]
    [InlineData(150_004, "UTF8", 1, 1, "SLW-DBS-50001")]
    [InlineData(150_004, "UTF8", 0, 1, "SLW-DBS-50001")]
    public void A_server_that_answers_is_judged_by_what_it_says_of_itself(long version, string encoding, long standby, long readOnly, string? code) =>
        Assert.Equal(code, new PostgresState { Version = version, VersionText = "x", Encoding = encoding, IsStandby = standby, IsReadOnly = readOnly }.Fault("database")?.Code);
}
