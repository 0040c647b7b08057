import { dictionary } from './dictionary.ts';

/** What marking a row says. */
export const marks = dictionary(
  {
    star: 'Star',
    starred: 'Starred',
    read: 'Mark as read',
    isRead: 'Mark as not read',
    hide: 'Hide',
    didStar: 'Starred',
    didUnstar: 'Star taken off',
    didRead: 'Marked as read',
    didUnread: 'Marked as not read',
    didHide: 'Hidden',
    undo: 'Undo',
    undone: 'Taken back',
    full: 'The browser has no room for this mark; it lasts as long as this page.',
    unreadable: 'Marks of a newer form are kept in this browser; reload the page to use them.',
  },
  {
    star: '收藏',
    starred: '已收藏',
    read: '标为已读',
    isRead: '标为未读',
    hide: '隐藏',
    didStar: '已收藏',
    didUnstar: '已取消收藏',
    didRead: '已标为已读',
    didUnread: '已标为未读',
    didHide: '已隐藏',
    undo: '撤销',
    undone: '已撤销',
    full: '浏览器存储空间不足，这个标记只在本页有效。',
    unreadable: '浏览器中存有更新格式的标记，请刷新页面后再使用。',
  },
);
