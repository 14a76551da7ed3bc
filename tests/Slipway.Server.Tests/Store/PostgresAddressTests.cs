using Npgsql;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Store;

public sealed class PostgresAddressTests
{
    private const string Canary = "ca9nary";

    [Theory]
    [InlineData("postgres://app@db.example.com/shop", "db.example.com", 5432, "app", null, "shop")]
    [InlineData("postgresql://app:s3cret@db.example.com:6543/shop", "db.example.com", 6543, "app", "s3cret", "shop")]
    [InlineData("POSTGRES://app:p%40ss%2Fw%23rd%3F%25@db/shop", "db", 5432, "app", "p@ss/w#rd?%", "shop")]
    [InlineData("postgres://app@corp:pw@db/shop", "db", 5432, "app@corp", "pw", "shop")]
    [InlineData("postgres://app:w#rd@db/shop", "db", 5432, "app", "w#rd", "shop")]
    [InlineData("postgres://app:a+b@db/shop", "db", 5432, "app", "a+b", "shop")]
    [InlineData("postgres://app@[2001:db8::1]:6000/shop", "2001:db8::1", 6000, "app", null, "shop")]
    [InlineData("postgres://app@%2Frun%2Fpostgresql/shop", "/run/postgresql", 5432, "app", null, "shop")]
    [InlineData("postgres://app@/shop?host=/tmp", "/tmp", 5432, "app", null, "shop")]
    [InlineData("postgresql:///shop?host=/tmp&user=app&password=x&port=6000", "/tmp", 6000, "app", "x", "shop")]
    [InlineData("postgresql:///?host=db&dbname=shop&user=app", "db", 5432, "app", null, "shop")]
    [InlineData("postgres://app@db:6000?dbname=shop", "db", 6000, "app", null, "shop")]
    [InlineData("postgresql:///shop?host=db&user=app@corp", "db", 5432, "app@corp", null, "shop")]
    [InlineData("postgresql:///shop?user=app", "/var/run/postgresql", 5432, "app", null, "shop")]
    public void Addresses_of_libpq_mean_what_they_mean_there(string address, string host, int port, string user, string? password, string database)
    {
        var builder = Of(address);
        Assert.Equal((host, port, user, password, database), (builder.Host, builder.Port, builder.Username, builder.Password, builder.Database));
        Assert.False(PostgresAddress.Parse(address).HasSeveralHosts);
    }

    [Theory]
    [InlineData("postgres://app@one,two/shop", "one:5432,two:5432")]
    [InlineData("postgres://app@one:1,two:2/shop", "one:1,two:2")]
    [InlineData("postgres://app@one:1,[::1]:2/shop", "one:1,[::1]:2")]
    [InlineData("postgres://app@/shop?host=one,two&port=1,2", "one:1,two:2")]
    [InlineData("postgres://app@one,two/shop?port=7", "one:7,two:7")]
    [InlineData("postgres://app@one,two/shop?target_session_attrs=read-write", "one:5432,two:5432")]
    public void Several_hosts_are_taken(string address, string hosts)
    {
        Assert.Equal(hosts, Of(address).Host);
        Assert.True(PostgresAddress.Parse(address).HasSeveralHosts);
    }

    [Fact]
    public void Settings_that_providers_and_operators_write_are_taken()
    {
        var builder = Of(
            "postgresql://o:p@db/x?sslmode=verify-full&sslrootcert=/etc/ca.pem&sslcert=/etc/c.pem&sslkey=/etc/k.pem&channel_binding=require&target_session_attrs=primary&connect_timeout=10&application_name=my%20app"
            + "&options=-c%20search_path%3Dapp&keepalives=1&keepalives_idle=30&keepalives_interval=10&keepalives_count=3&client_encoding=utf8&gssencmode=disable&sslnegotiation=postgres");
        Assert.Equal((SslMode.VerifyFull, "/etc/ca.pem", "/etc/c.pem", "/etc/k.pem"), (builder.SslMode, builder.RootCertificate, builder.SslCertificate, builder.SslKey));
        Assert.Equal((ChannelBinding.Require, 10, "my app", "-c search_path=app"), (builder.ChannelBinding, builder.Timeout, builder.ApplicationName, builder.Options));
        Assert.Equal((true, 30, 10, GssEncryptionMode.Disable), (builder.TcpKeepAlive, builder.TcpKeepAliveTime, builder.TcpKeepAliveInterval, builder.GssEncryptionMode));
        Assert.Equal(SslMode.VerifyFull, Of("postgres://o@db/x?sslrootcert=system").SslMode);
        Assert.Equal(SslMode.Require, Of("postgres://o@db/x?ssl=true").SslMode);
        Assert.Equal(20, Of("postgres://o@db/x?maxpoolsize=20").MaxPoolSize);
        Assert.Equal(20, Of("postgres://o@db/x?Maximum%20Pool%20Size=20").MaxPoolSize);
    }

    [Theory]
    [InlineData("postgres://o@db/x?nonsense=1", "'nonsense' is not a setting", "channel_binding")]
    [InlineData("postgres://o@db/x?sslmode=maybe", "'sslmode'", "sslrootcert")]
    [InlineData("postgres://o@db/x?sslmode=3", "'sslmode'", "sslrootcert")]
    [InlineData("postgres://o@db/x?sslmode=", "'sslmode'", "sslrootcert")]
    [InlineData("postgres://o@db/x?connect_timeout=soon", "'connect_timeout'", "connect_timeout")]
    [InlineData("postgres://o@one,two/x?port=1,2,3", "'port'", "port")]
    [InlineData("postgres://o@db/x?client_encoding=latin1", "'client_encoding'", "client_encoding")]
    [InlineData("postgres://o@db/x?Persist%20Security%20Info=true", "'Persist Security Info' is not a setting", "sslmode")]
    [InlineData("postgres://o@db/x?target_session_attrs=standby", "read-only", "read-write")]
    public void A_setting_that_there_is_not_is_refused_with_those_that_there_are(string address, string named, string remedy)
    {
        var problem = Refused(address);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"postgres://o:p@{Canary}/w#rd@127.0.0.1:1/db")]
    [InlineData($"postgres://o:{Canary}/word@127.0.0.1:1/db")]
    [InlineData($"postgres://o:{Canary}?word@127.0.0.1:1/db")]
    [InlineData($"postgres://o:1?{Canary}@127.0.0.1:1/db")]
    [InlineData($"postgres://o:1?{Canary}=x@127.0.0.1:1/db")]
    [InlineData($"postgres://o:50%x{Canary}@127.0.0.1:1/db")]
    [InlineData($"postgres://o:{Canary}")]
    public void A_password_that_is_not_encoded_is_told_as_such_and_not_repeated(string address)
    {
        var problem = Refused(address);
        Assert.Contains("%2F", problem.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jdbc:postgresql://db/x?user=o", "jdbc:")]
    [InlineData("host=db dbname=x user=o", "postgres://")]
    [InlineData("sqlite:///srv/slipway.db", "--data")]
    [InlineData("/srv/slipway.db", "--data")]
    [InlineData("mysql://db/x", "postgres://")]
    [InlineData("", "postgres://")]
    [InlineData("postgres://o@db:99999/x", "5432")]
    public void What_is_no_such_address_gets_a_remedy_that_fits(string address, string remedy) => Assert.Contains(remedy, Refused(address).Remedy, StringComparison.Ordinal);

    [Fact]
    public void A_line_end_behind_an_address_does_not_count()
    {
        var refused = Assert.Throws<ProblemException>(() => DatabaseFactory.Open("postgres://o@db/x?nonsense=1\n", "/nowhere"));
        Assert.Contains("'nonsense'", refused.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("x", Of("postgres://o@db/x".Trim()).Database);
    }

    [Fact]
    public void A_file_that_an_address_names_and_that_is_not_there_is_told()
    {
        var refused = Assert.Throws<ProblemException>(() => DatabaseFactory.Open("postgres://o@db/x?sslrootcert=/nonesuch/ca.pem", "/nowhere"));
        Assert.Contains("'sslrootcert'", refused.Problems[0].Message, StringComparison.Ordinal);
    }

    private static NpgsqlConnectionStringBuilder Of(string address) => new(PostgresAddress.Parse(address).Connection);

    private static Problem Refused(string address)
    {
        var problem = Assert.Throws<ProblemException>(() => PostgresAddress.Parse(address)).Problems[0];
        Assert.Equal("SLW-SRV-40010", problem.Code);
        return problem;
    }
}
