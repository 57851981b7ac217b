export { conversationId } from '../store/conversation-id.js';
