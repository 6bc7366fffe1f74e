namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class UserCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_users",
            Call = static async amo => await amo.Users.ListAsync(new() { With = [UserInclude.Role, UserInclude.Group] }),
            Arguments = """{"with":["role","group"]}""",
            Exchanges = [new("GET /api/v4/users?with=role,group&page=1&limit=250") { Answer = "users.json" }],
            Check = static result =>
            {
                var page = Assert.IsType<Page<User>>(result);
                Assert.Equal("Ольга Громова", Assert.Single(page.Items).Name);
                Assert.Equal((3, 2), (page.TotalItems, page.PageCount));
                Assert.True(page.HasMore);
            },
        },
        new()
        {
            Name = "amocrm_get_user",
            Call = static async amo => await amo.Users.GetAsync(8101, new() { With = [UserInclude.Uuid, UserInclude.PhoneNumber] }),
            Arguments = """{"user_id":8101,"with":["uuid","phone_number"]}""",
            Exchanges = [new("GET /api/v4/users/8101?with=uuid,phone_number") { Answer = "user.json" }],
            Check = static result =>
            {
                var user = Assert.IsType<User>(result);
                Assert.True(user.Rights!.IsAdmin);
                Assert.Equal(AccessRight.Group, user.Rights.Contacts!.Edit);
                Assert.Null(user.Rights.Tasks!.View);
                Assert.Equal(AccessRight.Denied, Assert.Single(user.Rights.StatusRights!).Rights!.Edit);
                Assert.Equal("Руководитель", Assert.Single(user.Roles!).Name);
                Assert.Equal(UserRank.Master, user.Rank);
            },
        },
        new()
        {
            Name = "amocrm_get_user: missing",
            Call = static async amo => await amo.Users.GetAsync(404404),
            Arguments = """{"user_id":404404}""",
            Exchanges = [new("GET /api/v4/users/404404") { Status = 404, Answer = """{"title":"Not Found","status":404}""" }],
            Check = Assert.Null,
            KeepsUnknownMembers = false,
        },
    ];
}
